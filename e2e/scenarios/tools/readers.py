"""Says as whom, and for which Region, boto3 and the AWS CLI act: one line of JSON for each of the names given.

An empty name is no name: the default. Each line is {"boto3": "ACCOUNT REGION", "cli": …}; "nobody" where there are
no credentials, and the error where there is any other.
"""
import io
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout

import boto3
import botocore.exceptions
from awscli.clidriver import create_clidriver

SCOPE = re.compile(r"Credential=[^/]+/\d+/([a-z0-9-]+)/sts/")
NOBODY = (botocore.exceptions.NoCredentialsError,)


def by_boto3(name):
    seen = []
    try:
        session = boto3.Session(profile_name=name or None)
        client = session.client("sts")
        client.meta.events.register(
            "before-send.sts", lambda request, **_: seen.append(str(request.headers["Authorization"])) and None
        )
        account = client.get_caller_identity()["Account"]
        return f"{account} {SCOPE.search(seen[-1])[1]}"
    except NOBODY:
        return "nobody"
    except botocore.exceptions.NoRegionError as error:
        return str(error) if session.get_credentials() else "nobody"
    except botocore.exceptions.ProfileNotFound as error:
        return "nobody" if name else str(error)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def by_cli(name, *more):
    out, err = io.StringIO(), io.StringIO()
    arguments = ["sts", "get-caller-identity", "--query", "Account", "--output", "text", "--debug", *more]
    with redirect_stdout(out), redirect_stderr(err):
        code = create_clidriver().main(arguments + (["--profile", name] if name else []))
    said = err.getvalue()
    if code == 0:
        scopes = SCOPE.findall(said)
        return f"{out.getvalue().strip()} {scopes[-1] if scopes else '?'}"
    if "Unable to locate credentials" in said or (name and "could not be found" in said):
        return "nobody"
    if "You must specify a region" in said and not more:
        # Whoever has no credentials has no Region here either; the tool asks for the Region first.
        return "nobody" if by_cli(name, "--region", "eu-west-1") == "nobody" else "no Region"
    return said.strip().split("\n")[-1]


for name in sys.argv[1:]:
    print(json.dumps({"boto3": by_boto3(name), "cli": by_cli(name)}))
