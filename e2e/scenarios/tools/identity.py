# Prints the account that each of the named profiles is for, as boto3 sees it.
import sys

import boto3

for profile in sys.argv[1:]:
    print(boto3.Session(profile_name=profile).client("sts").get_caller_identity()["Account"])
