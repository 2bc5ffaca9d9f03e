"""Puts the styles at the end of a STEP file in one order: OCCT writes them in the order of memory addresses (KN62)."""

import re

STYLES = re.compile(rb"^#\d+ = MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION\(", re.MULTILINE)
NEXT = re.compile(rb";\s*\n(?=#\d+ = |ENDSEC;)")
REFERENCE = re.compile(rb"#(\d+)")


def in_order(data):
    """The same file with its styles sorted by what they say, and numbered in that order."""
    begin = STYLES.search(data)
    end = data.rfind(b"ENDSEC;")
    if begin is None or end < begin.start():
        return data
    entities = {}
    for statement in NEXT.split(data[begin.start() : end]):
        number, equals, text = statement.partition(b" = ")
        if not equals or not number[1:].isdigit():
            return data
        entities[int(number[1:])] = re.sub(rb"\n\s*", b"", text.rstrip(b";\n "))
    said = {}

    def spell(number):
        """An entity with those it refers to written out, so that numbers do not matter."""
        if number not in entities:
            return b"#%d" % number
        if number not in said:
            said[number] = REFERENCE.sub(lambda match: b"<" + spell(int(match[1])) + b">", entities[number])
        return said[number]

    # What says the same is one entity from now on: which of two twins is meant would again be chance.
    start = min(entities)
    places = {text: start + place for place, text in enumerate(sorted({spell(number) for number in entities}))}
    numbers = {number: places[said[number]] for number in entities}
    kept = {place: number for number, place in numbers.items()}

    def renumber(match):
        return b"#%d" % numbers.get(int(match[1]), int(match[1]))

    lines = (b"#%d = %s;\n" % (place, REFERENCE.sub(renumber, entities[kept[place]])) for place in sorted(kept))
    return data[: begin.start()] + b"".join(lines) + data[end:]
