"""Makes `dashboard/static/streamlit/` anew after a change of Streamlit or of `choosers.js`: the modules of Streamlit that nearly every page needs as one script, so that a first load asks the server 17 times instead of 115.

    python -m deploy.release.streamlit_bundle        (asks npm for esbuild)

A module of Streamlit that is left out (a page asks for it when it needs it) still shares what is in the script: for each module that it asks for there is a file of the same name that hands on what the script exports, and the
first page's import map leads there. `made_of.json` says what is in it: Streamlit names its files by their content, so a test compares names. Streamlit: © Streamlit Inc., Snowflake Inc., Apache License 2.0.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tempfile
from pathlib import Path

import streamlit

STATIC = Path(__file__).resolve().parents[2] / "dashboard" / "static"
HERE, CHOOSERS = STATIC / "streamlit", Path(__file__).with_name("choosers.js")
THEIRS = Path(streamlit.__file__).resolve().parent / "static"
PIECES = (
    *("Html", "Selectbox", "TextInput", "BidiComponent", "PageLink", "DownloadButton", "Checkbox"),
    *("Multiselect", "Button", "Spinner", "TextArea", "FileUploader"),
)
"""What our pages are made of. Streamlit asks for each when it is first drawn and shows a box of another height until it is there."""
SEARCH, HELPER = "useSyncComboBoxEnterTargetFocus.", "preload-helper."
"""The module that holds the search of its lists of choices, in whose place ours stands; the one that asks for what a module needs before it is run."""
ESBUILD = "esbuild@0.28.2"
STYLES_ALONE = """import {{ t as ahead }} from "{theirs}";
export const t = (load, needed, from) => ahead(load, needed?.filter((one) => one.endsWith(".css")), from);
"""
"""In the place of the latter: the styles that a module needs are fetched before it is drawn, its scripts are in ours or asked for by itself."""
LATER = re.compile(
    r"\w+\(\(\)=>import\(`\./([\w.-]+\.js)`\),__vite__mapDeps\(\[[\d,]*\]\),import\.meta\.url\)"
)
"""How Streamlit asks for a piece that is to be drawn. It draws a box in its place until the answer is there, and all that stands beside it again after that."""
AT_ONCE = "({{then:told=>told(require(`./{name}`))}})"
"""The same of a piece that is in the script: answered before the question returns, so nothing waits for it."""
PARTS = "BidiComponent."
"""The module that draws a part of ours (a chart, a table): in every run it asks for the part's script again and waits for the answer, while a frame is painted without the part."""
ASKED = re.compile(r"await \w+\(\(\)=>import\((\w+)\),\[\],import\.meta\.url\)")
KNOWN = r"(SCRIPTS[\1]??=await import(\1))"
"""Instead: a script that is known is called in the same breath, so that the picture changes in the frame in which the words do."""
ALL_CALLED = "//# allFunctionsCalledOnLoad"
"""Said in the first line: browsers that know it compile the script beside the page while it comes, not function by function when the page waits for each (V8's explicit compile hints)."""
ASKS = re.compile(r'(?:from|import)\s*["`\']\./([\w.-]+\.js)["`\']')
ASKS_LATER = re.compile(r'import\(\s*["`\']\./([\w.-]+\.js)["`\']\s*\)')
GIVES = re.compile(r"export\s*\{([^}]*)\}")


def modules() -> dict[str, str]:
    """Streamlit's modules by their names."""
    return {file.name: file.read_text("utf-8") for file in (THEIRS / "static/js").glob("*.js")}


def first() -> str:
    """The module that Streamlit's page begins with."""
    (found,) = re.findall(
        r'src="\./static/js/(index\.[\w-]+\.js)"', (THEIRS / "index.html").read_text("utf-8")
    )
    return found


def together(theirs: dict[str, str]) -> list[str]:
    """The names of those that go into the script: the first one, the pieces, and all that they need to run."""
    names = [first(), *(one for piece in PIECES for one in theirs if one.startswith(f"{piece}."))]
    for name in names:  # grows while it is read
        names += [one for one in dict.fromkeys(ASKS.findall(theirs[name])) if one not in names]
    return names


def asked_for(theirs: dict[str, str], names: list[str]) -> list[str]:
    """Those of them that a module asks for which is left out."""
    others = [text for name, text in theirs.items() if name not in names]
    asked = {one for text in others for way in (ASKS, ASKS_LATER) for one in way.findall(text)}
    return sorted(asked.intersection(names))


def mark(file: Path) -> str:
    """What stands in the address of a file (`dashboard.serving.packed_files.address`)."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]


def main() -> None:
    theirs = modules()
    names = together(theirs)
    handed_on = {
        name: [part.split(" as ")[-1].strip() for part in GIVES.findall(theirs[name])[0].split(",")]
        for name in asked_for(theirs, names)
    }
    HERE.mkdir(exist_ok=True)
    for file in HERE.glob("*.js"):
        file.unlink()
    with tempfile.TemporaryDirectory() as folder:
        _lay_out(Path(folder), theirs, names, handed_on)
        _join(Path(folder))
    whole = mark(HERE / "streamlit.js")
    for place, (name, given) in enumerate(handed_on.items()):
        parts = ", ".join(f"m{place}_{one} as {one}" for one in given)
        (HERE / name).write_text(f'export {{ {parts} }} from "./streamlit.js?v={whole}";\n')
    told = {
        "first": first(),
        "modules": sorted(names),
        "handed_on": list(handed_on),
        "choosers": mark(CHOOSERS),
    }
    (HERE / "made_of.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _lay_out(
    folder: Path, theirs: dict[str, str], names: list[str], handed_on: dict[str, list[str]]
) -> None:
    """The modules as they are joined: pieces are there at once, what is left out is asked for where Streamlit has it, lists are searched our way, styles alone are asked for ahead."""

    def at_once(found: re.Match[str]) -> str:
        return AT_ONCE.format(name=found[1]) if found[1] in names else found[0]

    def later(found: re.Match[str]) -> str:
        return found[0] if found[1] in names else f'import("/static/js/{found[1]}")'

    for name in names:
        text = ASKS_LATER.sub(later, LATER.sub(at_once, theirs[name]))
        if name.startswith((HELPER, SEARCH)):
            (folder / f"own-{name}").write_text(text, encoding="utf-8")
            text = _ours_for(name)
        if name.startswith(PARTS):
            text = _once(ASKED, KNOWN, text)
        (folder / name).write_text(text, encoding="utf-8")
    lines = [f'import "./{first()}";']
    for place, (name, given) in enumerate(handed_on.items()):
        parts = ", ".join(f"{one} as m{place}_{one}" for one in given)
        lines.append(f'export {{ {parts} }} from "./{name}";')
    (folder / "entry.js").write_text("\n".join(lines), encoding="utf-8")


def _ours_for(name: str) -> str:
    """What stands in a module's place; it finds the module itself as `own-` and its name."""
    if name.startswith(HELPER):
        return STYLES_ALONE.format(theirs=f"./own-{name}")
    return CHOOSERS.read_text("utf-8").replace("streamlit-choosers", f"./own-{name}")


def _once(theirs: re.Pattern[str], ours: str, text: str) -> str:
    """The text with ours in place of theirs. Raises `ValueError` for a Streamlit that writes it in another form."""
    changed, places = theirs.subn(ours, text)
    if places != 1:
        raise ValueError(f"{places} places look like {theirs.pattern}")
    return changed


def _join(folder: Path) -> None:
    """One script of all, which takes itself to lie where Streamlit's first module lies."""
    place = 'const STREAMLIT = location.origin + "/static/js/index.js", SCRIPTS = {};'
    subprocess.run(
        [
            *("npx", "--yes", ESBUILD, "entry.js", "--bundle", "--format=esm", "--minify"),
            *("--external:/static/js/*", f"--outfile={HERE / 'streamlit.js'}"),
            *("--define:import.meta.url=STREAMLIT", f"--banner:js={ALL_CALLED}\n{place}"),
        ],
        cwd=folder,
        check=True,
    )


if __name__ == "__main__":
    main()
