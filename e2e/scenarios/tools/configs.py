"""Judges pairs of configuration files: N.before, and N.after with our block in it.

Where botocore reads the first, it must read the second as the same and our sections beside it; where it refuses the
first, nothing is asked of the second. Prints one line of JSON.
"""
import json
import pathlib
import sys

import botocore.configloader
import botocore.exceptions

OURS = {"sso_session": "acme", "region": "eu-west-1"}


def read(path):
    try:
        return botocore.configloader.load_config(str(path))
    except (botocore.exceptions.ConfigParseError, UnicodeDecodeError):
        return None


counts = {"read": 0, "refused": 0, "wrong": []}
for before in sorted(pathlib.Path(sys.argv[1]).glob("*.before")):
    old = read(before)
    if old is None:
        counts["refused"] += 1
        continue
    counts["read"] += 1
    new = read(before.with_suffix(".after"))
    ours = new and new["profiles"].pop("ours", None)
    session = new and new["sso_sessions"].pop("acme", None)
    old.pop("_path", None), new and new.pop("_path", None)
    if new != old or ours != OURS or session != {"sso_region": "us-east-1"}:
        counts["wrong"].append(before.name)
print(json.dumps(counts))
