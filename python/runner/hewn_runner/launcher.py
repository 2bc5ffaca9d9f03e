"""Builds the room once, while there is one thread, and becomes the zygote in it (KN15)."""

import json
import os
import sys

NICE = 5
# What it ends with where this machine does not let it build the room.
REFUSED = 3


def main(text):
    from . import bare, namespaces

    setting = json.loads(text)
    os.closerange(3, 1 << 16)
    os.nice(NICE)
    os.umask(0o077)
    form = {"bare": bare, "namespaces": namespaces}[setting["form"]]
    try:
        inside = form.enter(setting)
    except OSError as error:
        print(f"the room cannot be built by {setting['form']}: {error}", file=sys.stderr)
        sys.exit(REFUSED)
    become({**inside, "without": setting["without"]})


def become(setting):
    """Nothing of what was known before is left: neither memory, nor arguments, nor environment."""
    program = os.path.join(setting.pop("runner"), "zygote.py")
    home = setting.pop("home")
    environment = {**os.environ, "HOME": home, "TMPDIR": home}
    os.execve(sys.executable, [sys.executable, "-s", "-B", program, json.dumps(setting)], environment)
