"""
The fonts that ship with the runner, so that a text is the same shape on every machine, one without fonts too (KN30).
Registered after the import and before the fork.
"""

import functools
import os

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "fonts")
ENDINGS = (".ttf", ".otf", ".ttc")
STANDS_FOR = {
    "Liberation Sans": ("Arial", "Helvetica", "Helvetica Neue", "Verdana", "Calibri", "Sans", "sans-serif"),
    "Liberation Serif": ("Times", "Times New Roman", "Georgia", "Serif", "serif"),
    "Liberation Mono": ("Courier", "Courier New", "Consolas", "Menlo", "Monospace", "monospace"),
}
# What OCCT takes for a name it does not know.
INSTEAD = "DejaVu Sans"
VARIABLE = "HEWN_FONTS"


# The owner's own fonts (HEWN_FONTS), by the name they have in the room.
own = []


def register():
    own[:] = [folder for folder in (os.environ.pop(VARIABLE, None),) if folder and os.path.isdir(folder)]
    from OCP.Font import Font_FontMgr
    from OCP.TCollection import TCollection_AsciiString

    manager = Font_FontMgr.GetInstance_s()
    for font in families(manager, [FOLDER, *own]):
        manager.RegisterFont(font, True)
    for ours, names in STANDS_FOR.items():
        for name in names:
            manager.RemoveFontAlias(TCollection_AsciiString(name), TCollection_AsciiString(""))
            manager.AddFontAlias(TCollection_AsciiString(name), TCollection_AsciiString(ours))


def families(manager, folders):
    """One font a family with all its styles: registered file by file the last style would be the only one."""
    from OCP.Font import Font_FA_Bold, Font_FA_BoldItalic, Font_FA_Italic, Font_FA_Regular

    found = {}
    for folder in folders:
        for name in sorted(os.listdir(folder)):
            font = manager.CheckFont(os.path.join(folder, name)) if name.lower().endswith(ENDINGS) else None
            if font is None:
                continue
            family = found.setdefault(font.FontName().ToCString(), font)
            for style in (Font_FA_Regular, Font_FA_Bold, Font_FA_Italic, Font_FA_BoldItalic):
                if font.HasFontAspect(style) and not family.HasFontAspect(style):
                    family.SetFontPath(style, font.FontPath(style), font.FontFaceId(style))
    return found.values()


def watch(note):
    """Says once, by name, which font stands in for one that is not here, and which letters none has."""
    from build123d import Compound

    quiet()
    plain, said = Compound.make_text.__func__, set()

    @functools.wraps(plain)
    def made(cls, txt, font_size, font="Arial", font_path=None, *more, **options):
        for text in noticed(str(txt), font, font_path):
            if text not in said:
                said.add(text)
                note(text, "warning")
        return plain(cls, txt, font_size, font, font_path, *more, **options)

    Compound.make_text = classmethod(made)


def noticed(txt, font, font_path):
    try:
        name, path = resolved(font) if font_path is None else (os.path.basename(font_path), font_path)
    except Exception:
        return
    if name == INSTEAD != font:
        yield f"The font {font} is not here; {INSTEAD} stands in for it."
    lacking = "" if txt.isascii() else "".join(sorted(letter for letter in set(txt) if not has(letter, path)))
    if lacking:
        yield f"No font here has {' '.join(lacking[:20])}."


def resolved(font):
    from OCP.Font import Font_FA_Regular, Font_FontMgr
    from OCP.TCollection import TCollection_AsciiString

    found = Font_FontMgr.GetInstance_s().FindFont(TCollection_AsciiString(font), Font_FA_Regular)
    return found.FontName().ToCString(), found.FontPath(Font_FA_Regular).ToCString()


def has(letter, path):
    """The font itself, or the one OCCT goes to for a letter it lacks."""
    return any(ord(letter) in letters_of(each) for each in (path, os.path.join(FOLDER, "DejaVuSans.ttf"))) or letter.isspace()


@functools.cache
def letters_of(path):
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(path, fontNumber=0, lazy=True).getBestCmap())


def quiet():
    """OCCT's own words about fonts name places of this machine; what matters of them is said above."""
    from OCP.Message import Message, Message_Gravity

    for printer in Message.DefaultMessenger_s().Printers():
        printer.SetTraceLevel(Message_Gravity.Message_Fail)
