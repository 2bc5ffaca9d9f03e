"""Renews requirements.lock from requirements.in: every package, its exact version, and the sha256 of all its files.

    python3.11 python/lock.py

It needs nothing but pip. Which versions: pip decides, on the oldest Python we support, so that one version serves all.
Which packages: those some supported platform needs, found by asking each package's own markers for every platform.
Which index: the one pip is configured for; the lock names none, so any mirror serves it.
"""

import itertools
import json
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pip._internal.commands import create_command
from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.tags import compatible_tags, cpython_tags
from pip._vendor.packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename

FOLDER = Path(__file__).parent
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# sys_platform, platform_machine, and the wheel tags that a supported system of that kind takes
PLATFORMS = {
    ("linux", "x86_64"): (
        "Linux",
        "posix",
        ["manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux1_x86_64"],
    ),
    ("linux", "aarch64"): (
        "Linux",
        "posix",
        ["manylinux_2_28_aarch64", "manylinux_2_17_aarch64", "manylinux2014_aarch64"],
    ),
    ("darwin", "arm64"): (
        "Darwin",
        "posix",
        ["macosx_10_9_universal2", *(f"macosx_{n}_0_{a}" for n in range(11, 15) for a in ("arm64", "universal2"))],
    ),
    ("darwin", "x86_64"): (
        "Darwin",
        "posix",
        [
            f"macosx_{n}_{a}"
            for n in ("10_9", "10_12", "10_13", "10_14", "10_15", "11_0", "12_0", "13_0", "14_0")
            for a in ("x86_64", "universal2")
        ],
    ),
    ("win32", "AMD64"): ("Windows", "nt", ["win_amd64"]),
}


def main():
    if sys.version_info[:2] != tuple(int(part) for part in PYTHONS[0].split(".")):
        sys.exit(f"Run this with Python {PYTHONS[0]}, the oldest one supported: it decides the versions for all.")
    wanted = [
        line for line in (FOLDER / "requirements.in").read_text().splitlines() if line and not line.startswith("#")
    ]
    packages = resolve(wanted)
    needs = needed_where(wanted, packages)
    # What only other platforms need was not in this machine's answer: it is asked for as such a platform would.
    while missing := sorted(name for name in needs if name not in packages):
        for name in missing:
            packages |= resolve([name], *as_if_on(*min(needs[name])))
        needs = needed_where(wanted, packages)
    index = Index()
    lines = [
        "# Made by python/lock.py from requirements.in; do not edit.",
        f"# Python {PYTHONS[0]} to {PYTHONS[-1]}; "
        + ", ".join(f"{system} {machine}" for system, machine in PLATFORMS)
        + ".",
        "# pip install --require-hashes --no-deps --prefer-binary -r requirements.lock",
    ]
    for name in sorted(needs):
        version = packages[name]["version"]
        files = index.files(name, version)
        if not files:
            sys.exit(f"The index lists no file of {name} {version}")
        for system in needs[name]:
            if not installable(files, *system):
                print(f"no file of {name} {version} for {' '.join(system)}", file=sys.stderr)
        marker = marker_of(needs[name])
        hashes = sorted(set(files.values()))
        lines.append(f"{name}=={version}{f' ; {marker}' if marker else ''} \\")
        lines.extend(f"    --hash=sha256:{value} \\" for value in hashes[:-1])
        lines.append(f"    --hash=sha256:{hashes[-1]}")
    (FOLDER / "requirements.lock").write_text("\n".join(lines) + "\n")
    print(f"{len(needs)} packages")


def resolve(wanted, *flags):
    """What pip would install: canonical name -> {version, requires}."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--dry-run",
            "--ignore-installed",
            "--prefer-binary",
        ]
        subprocess.run([*command, *flags, "--report", report, *wanted], check=True)
        found = [item["metadata"] for item in json.loads(report.read_text())["install"]]
    return {
        canonicalize_name(m["name"]): {"version": m["version"], "requires": m.get("requires_dist", [])} for m in found
    }


def as_if_on(python, *platform):
    tags = [flag for tag in (*PLATFORMS[platform][2], "any") for flag in ("--platform", tag)]
    return ["--target", "nowhere", "--no-deps", "--only-binary=:all:", "--python-version", python, *tags]


def needed_where(wanted, packages):
    """Canonical name -> the (python, sys_platform, platform_machine) that need it."""
    needs = {}
    for system in itertools.product(PYTHONS, PLATFORMS):
        python, platform = system
        waiting = [Requirement(line) for line in wanted]
        seen = set()
        while waiting:
            requirement = waiting.pop()
            name = canonicalize_name(requirement.name)
            for extra in ("", *requirement.extras):
                if (name, extra) in seen:
                    continue
                seen.add((name, extra))
                needs.setdefault(name, set()).add((python, *platform))
                # unknown so far: resolved in the next round, with what it needs in turn
                for line in packages.get(name, {"requires": []})["requires"]:
                    below = Requirement(line)
                    if below.marker is None or below.marker.evaluate(environment(python, platform, extra)):
                        waiting.append(below)
    return needs


def environment(python, platform, extra):
    system, os_name, _ = PLATFORMS[platform]
    return {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "implementation_version": f"{python}.0",
        "platform_python_implementation": "CPython",
        "sys_platform": platform[0],
        "platform_machine": platform[1],
        "platform_system": system,
        "os_name": os_name,
        "extra": extra,
    }


def marker_of(systems):
    """The shortest marker that holds on exactly these systems; None where it is all of them."""
    fields = ("python_version", "sys_platform", "platform_machine")
    every = [(python, *platform) for python, platform in itertools.product(PYTHONS, PLATFORMS)]
    for count in range(len(fields) + 1):
        for chosen in itertools.combinations(range(len(fields)), count):
            picked = {tuple(system[i] for i in chosen) for system in systems}
            if {system for system in every if tuple(system[i] for i in chosen) in picked} == set(systems):
                clauses = [
                    " and ".join(f'{fields[i]} == "{value}"' for i, value in zip(chosen, row)) for row in sorted(picked)
                ]
                text = " or ".join(clauses)
                return str(Marker(text)) if text else None
    raise AssertionError("all three fields tell every system apart")


def installable(files, python, *platform):
    version = tuple(int(part) for part in python.split("."))
    wheels = PLATFORMS[platform][2]
    tags = {*cpython_tags(version, platforms=wheels), *compatible_tags(version, f"cp{version[0]}{version[1]}", wheels)}
    return any(not name.endswith(".whl") or parse_wheel_filename(name)[3] & tags for name in files)


class Index:
    """The package index pip is configured for, asked through pip's own session: its proxy, certificates and keys."""

    def __init__(self):
        command = create_command("download")
        options, _ = command.parse_args(["nothing"])
        self.urls = [options.index_url, *options.extra_index_urls]
        self.session = command._build_session(options)

    def files(self, name, version):
        """File name -> sha256."""
        found = {}
        for url in self.urls:
            reply = self.session.get(
                f"{url.rstrip('/')}/{name}/", headers={"Accept": "application/vnd.pypi.simple.v1+json, text/html;q=0.5"}
            )
            if reply.status_code == 404:
                continue
            reply.raise_for_status()
            for filename, sha256 in self.listed(reply):
                if version_in(filename) == version:
                    found[filename] = sha256
        return found

    @staticmethod
    def listed(reply):
        """Name and sha256 of every file on a page: JSON (PEP 691), or the older HTML that many mirrors still serve."""
        if "json" in reply.headers.get("Content-Type", ""):
            return [(file["filename"], file["hashes"]["sha256"]) for file in reply.json()["files"]]
        page = Anchors()
        page.feed(reply.text)
        return page.files


class Anchors(HTMLParser):
    def __init__(self):
        super().__init__()
        self.files = []

    def handle_starttag(self, tag, attributes):
        address = urlsplit(dict(attributes).get("href") or "")
        if tag == "a" and address.fragment.startswith("sha256="):
            self.files.append((unquote(address.path.rpartition("/")[2]), address.fragment.removeprefix("sha256=")))


def version_in(filename):
    try:
        parse = parse_wheel_filename if filename.endswith(".whl") else parse_sdist_filename
        return str(parse(filename)[1])
    except ValueError:
        return None  # eggs and installers of long ago


main()
