"""The API keeps what its OpenAPI document promises, whatever it is asked: schemathesis makes up the questions."""

import json
import subprocess
import sysconfig
import urllib.request
from pathlib import Path

from conftest import Server

PROGRAM = Path(sysconfig.get_path("scripts")) / "schemathesis"


def test_the_api_does_as_its_document_says(server: Server, tmp_path: Path) -> None:
    # its own program, since its plugin does not know this pytest; a handful of good and bad questions an address
    options = [
        "--phases",
        "fuzzing",
        "--max-examples",
        "5",
        "--seed",
        "1",
        "--generation-database",
        "none",
        "--no-color",
    ]
    run = subprocess.run(
        [PROGRAM, "run", f"{server.url}/api/v1/openapi.json", *options],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout
    assert "No issues found" in run.stdout
    with urllib.request.urlopen(f"{server.url}/api/v1/openapi.json") as answer:
        count = sum(len(methods) for methods in json.load(answer)["paths"].values())
    assert f"Tested: {count}" in run.stdout
