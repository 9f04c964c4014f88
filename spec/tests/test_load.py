"""A bad file is refused with file, line, clause and reason."""

import shutil
from pathlib import Path

import pytest

from spec.model.load import ROOT, read, release
from spec.model.yaml import SpecError

HEAD = "command: NAME\nsummary: does something\ngroup: string\nsince: 1.0.0\narity: -2\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("errors.yaml", "types.yaml", "families.yaml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "commands" / "string").mkdir(parents=True)
    return tmp_path


def write(root: Path, body: str) -> None:
    (root / "commands" / "string" / "name.yaml").write_text(HEAD + body)


def refused(root: Path) -> SpecError:
    with pytest.raises(SpecError) as raised:
        read(root, release())
    return raised.value


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("args: [{id: k, type: nosuch}]\n", 1, "no type is called 'nosuch'"),
        ("args: [{id: k, type: int, error: nosuch}]\n", 1, "no error is called 'nosuch'"),
        ("extra: nosuch\n", 1, "no error is called 'nosuch'"),
        ("args: [{id: k, type: key, optinal: true, of: 3}]\n", 6, "is not of type 'array'"),
        ("argz: []\n", 1, "'argz' was unexpected"),
        ("arity: 3\n", 6, "the key is given twice"),
        (
            "args: [{id: a, when: b, error: syntax}, {id: c, when: 'b ++', error: syntax}]\n",
            1,
            "unexpected",
        ),
        ("reply: [{id: a, is: bulk}, {id: a, is: bulk}]\n", 6, "the branch 'a' is there twice"),
        ("reply: [{id: a, is: {error: nosuch}}]\n", 6, "no error is called 'nosuch'"),
        ("reply: [{id: a, is: balk}]\n", 6, "not valid"),
        ("examples:\n  - {id: a, steps: [{send: [X], error: nosuch}]}\n", 7, "no error is called"),
        ("args:\n  - {id: k, type: key\n", 8, "expected"),
    ],
)
def test_refuses(root: Path, body: str, line: int, reason: str) -> None:
    write(root, body)
    error = refused(root)
    assert Path(error.path).name == "name.yaml"
    assert error.line == line
    assert reason in error.reason


def test_every_scalar_is_a_string(root: Path) -> None:
    write(
        root,
        "examples:\n  - {id: a, steps: [{send: [SET, ON, 1.0, yes, 0x10, null], reply: any}]}\n",
    )
    step = read(root, release()).commands["NAME"].examples[0].steps[0]
    assert step["send"] == ["SET", "ON", "1.0", "yes", "0x10", "null"]


def test_each_text_of_an_error_belongs_to_one_release(root: Path) -> None:
    with (root / "errors.yaml").open("a") as file:
        file.write("\nodd: {text: [{text: ERR a, since: 7.0.0}, {text: ERR b, since: 6.0.0}]}\n")
    assert "2 texts apply" in refused(root).reason
