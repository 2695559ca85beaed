# Prints the access key ID that boto3 gets for each of the named profiles.
import sys

import boto3

for profile in sys.argv[1:]:
    print(boto3.Session(profile_name=profile).get_credentials().get_frozen_credentials().access_key)
