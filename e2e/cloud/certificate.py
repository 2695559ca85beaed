"""Prints a new private key and a certificate for AWS's host names in some Regions, self-signed, valid for a day."""

import datetime
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "AWS on loopback")])
now = datetime.datetime.now(datetime.timezone.utc)
hosts = ["*.amazonaws.com"]
for region in sys.argv[1:]:
    hosts += [f"*.{region}.amazonaws.com", f"*.s3.{region}.amazonaws.com"]
certificate = (
    x509.CertificateBuilder()
    .subject_name(name)
    .issuer_name(name)
    .public_key(key.public_key())
    .serial_number(x509.random_serial_number())
    .not_valid_before(now - datetime.timedelta(hours=1))
    .not_valid_after(now + datetime.timedelta(days=1))
    .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
    .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    .sign(key, hashes.SHA256())
)
encoding = serialization.Encoding.PEM
print(key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode())
print(certificate.public_bytes(encoding).decode())
