"""Follows a session's canvas from Python: two rules and three handlers, with python-socketio.

    pip install -r examples/live-canvas/requirements.txt
    python examples/live-canvas/follow.py http://127.0.0.1:4870 session:4c1… [--until 40] [--ask]

Rule one: a snapshot first. Rule two: then drop what is not later. The asyncio client is used because the threaded one
starts a thread for each message, which may swap two events. Any language is the same.
"""

import argparse
import asyncio
import hashlib
import json
import sys

import socketio

arguments = argparse.ArgumentParser(description="Follows a Hewn canvas.")
arguments.add_argument("url")
arguments.add_argument("session")
arguments.add_argument("--until", type=int, help="stop at this number, and print digests of what is there")
arguments.add_argument("--ask", action="store_true", help="each line on the input asks where it is; prints digests")
arguments.add_argument("--token", help="of a link: what follows the # in its address")
options = arguments.parse_args()

# Large canvases are larger than the 4 MiB that aiohttp takes by itself.
sio = socketio.AsyncClient(websocket_extra_options={"max_msg_size": 0})
at, state, resources = -1, {}, {}
refused = None
ended = asyncio.Event()


def give_up(reason):
    global refused
    refused = reason
    ended.set()


@sio.event
async def connect():  # also after a reconnect
    answer = await sio.call("join_session", {"session_id": options.session})
    if not answer["ok"]:
        give_up(f"{answer['error']['code']}: {answer['error']['message']}")


@sio.on("canvas:closed")
def closed(data):  # the session is gone, a right has ended; after `restarting` and `slow` it comes back by itself
    if data["name"] not in ("restarting", "slow"):
        give_up(f"{data['name']}: {data['message']}")


@sio.on("preview:snapshot")
def snapshot(data):
    global at, state, resources
    at, state, resources = data["seq"], data["state"], data["resources"]
    print(f"{at}  snapshot: {', '.join(f'{len(items)} {name}' for name, items in resources.items()) or 'empty'}")
    look()


@sio.on("*")
def live(name, data):
    global at
    if name.startswith("preview:") and data["preview_seq"] > at:
        apply(name[len("preview:"):], data)
        at = data["preview_seq"]
        look()


def apply(kind, data):
    """One case per event; whatever else is emitted is shown, not kept."""
    channel, ident = data.get("channel"), data.get("id")
    print(f"{data['preview_seq']}  {kind} {' '.join(name for name in (channel, ident, data.get('key')) if name)}".rstrip())
    if kind == "state_changed":
        state[data["key"]] = data["value"]
    elif kind == "state_patched":
        state.update(data["patch"])
    elif kind == "cleared":
        state.clear()
        resources.clear()
    elif kind in ("resource_set", "resource_patched"):
        resources.setdefault(channel, {})[ident] = data["payload"]
    elif kind == "resource_deleted":
        resources.get(channel, {}).pop(ident, None)
    elif kind == "resource_bulk_set":
        if data["replace"]:
            resources[channel] = {}
        resources.setdefault(channel, {}).update(data["items"])
    elif kind == "channel_cleared":
        resources.pop(channel, None)


def look():
    if options.until is not None and at >= options.until:
        ended.set()


def digests():
    """As `check` gives them: SHA-256 of the state map and of each channel (docs/canvas-wire.md)."""
    maps = {name: items for name, items in resources.items() if items}
    maps["state"] = {key: value for key, value in state.items() if value is not None}
    return {name: hashlib.sha256(canonical(items).encode()).hexdigest() for name, items in maps.items()}


def canonical(value):
    """RFC 8785: keys in the order of their UTF-16 units, numbers as JavaScript writes them."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def number(value):
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    digits, _, power = repr(value).partition("e")
    if not power:
        return digits
    if -7 < int(power) < 0:  # Python has an exponent from 1e-05 on, JavaScript from 1e-7 on.
        return f"{value:.{len(digits.replace('.', '').replace('-', '')) - 1 - int(power)}f}"
    return f"{digits}e{'-' if int(power) < 0 else '+'}{abs(int(power))}"


async def answer_questions():
    while await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps({"seq": at, "digests": digests()}), flush=True)


async def main():
    try:
        await sio.connect(options.url, auth={"token": options.token} if options.token else None)
    except socketio.exceptions.ConnectionError as error:
        sys.exit(f"There is no server at {options.url}: {error}. Start one with npm start; it prints its address.")
    if options.ask:
        await answer_questions()
    else:
        await ended.wait()
    await sio.disconnect()
    if refused:
        sys.exit(refused)
    if options.until is not None:
        print(json.dumps({"seq": at, "digests": digests()}))


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except (KeyboardInterrupt, asyncio.CancelledError):
        pass  # Ctrl-C
