"""The virtual environment and the system packages that the checks need. Standard library only."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed-from"

# Programs that must not share the suite's environment → what they are installed from.
TOOLS = {"iredis": "iredis>=1.16"}
NODE_CLIENTS = ROOT / "conformance" / "clients" / "drivers" / "node"

# Program, library or header → the Debian package that has it.
SYSTEM = {
    "redis-server": "redis-server",
    "redis-cli": "redis-tools",
    "dockerd": "docker.io",
    "prometheus-redis-exporter": "prometheus-redis-exporter",
    "libhiredis": "libhiredis-dev",
    "npm": "npm",
    "gcc": "gcc",
    "Python.h": "python3-dev",
}


class SetupError(Exception):
    """The machine can't be made ready: what was tried, and what it said."""


def commit() -> str:
    """The commit that is checked, empty where git can't tell."""
    command = ["git", "rev-parse", "HEAD"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip()


def python() -> Path:
    """The virtual environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure_venv() -> Path:
    """Makes .venv with everything for development unless it is there; its interpreter.

    It is made anew when pyproject.toml changed. Raises SetupError.
    """
    wanted = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    if python().exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return python()
    print(f"making {VENV.name} and installing what the checks need …", flush=True)
    if not python().exists():
        _run([sys.executable, "-m", "venv", str(VENV)])
    _run([str(python()), "-m", "pip", "install", "--quiet", "--editable", ".[dev]"])
    for program, requirement in TOOLS.items():
        _install_tool(program, requirement)
    STAMP.write_text(wanted, encoding="utf-8")
    return python()


def _install_tool(program: str, requirement: str) -> None:
    """A program in an environment of its own, to be found where the suite's programs are."""
    home = VENV / "tools" / program
    _run([sys.executable, "-m", "venv", str(home)])
    scripts = home / python().parent.name
    _run([str(scripts / python().name), "-m", "pip", "install", "--quiet", requirement])
    link = python().parent / program
    link.unlink(missing_ok=True)
    link.symlink_to(scripts / program)


def ensure_node_clients() -> None:
    """Installs the Node.js clients that the suite drives, unless they are there.

    Raises SetupError.
    """
    lock = NODE_CLIENTS / "package-lock.json"
    installed = NODE_CLIENTS / "node_modules" / ".package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        _run(["npm", "ci", "--no-audit", "--no-fund", "--prefix", str(NODE_CLIENTS)])


def missing_programs() -> list[str]:
    """System programs, libraries and headers that some checks want and this machine lacks."""
    return [name for name in SYSTEM if not _is_there(name)]


def _is_there(name: str) -> bool:
    if name.endswith(".h"):
        return Path(sysconfig.get_path("include"), name).is_file()
    if name.startswith("lib"):
        return find_library(name.removeprefix("lib")) is not None
    return shutil.which(name) is not None


def ensure_system() -> list[str]:
    """Installs missing system programs where that can be done; the names still missing."""
    missing = missing_programs()
    if not missing or shutil.which("apt-get") is None or os.geteuid() != 0:
        return missing
    packages = sorted({SYSTEM[name] for name in missing})
    print(f"installing {', '.join(packages)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        _run(["apt-get", "update", "-qq"], env=quiet)
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env=quiet)
    except SetupError as error:
        print(error, file=sys.stderr)
    return missing_programs()


def _run(command: list[str], env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise SetupError(f"{' '.join(command)} failed with {done.returncode}:\n{tail}")
