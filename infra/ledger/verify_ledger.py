#!/usr/bin/env python3
"""Checks a copy of the ledger with nothing of Emovox: Python's standard library and openssl.

usage: verify_ledger.py FOLDER [FINGERPRINT]

FOLDER holds the objects of ledger/signed/ of the bucket (00000001.json and so on), for example from
`mc mirror`. FINGERPRINT is that of the first key, as people who run the ledger told it.
"""
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile


def verified(public_key, message, signature):
    """Whether openssl finds the Ed25519 signature good."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [pathlib.Path(folder, name) for name in ("key", "message", "signature")]
        for part, content in zip(parts, (public_key, message, signature)):
            part.write_bytes(content)
        command = "openssl pkeyutl -verify -pubin -keyform DER -rawin -inkey {} -in {} -sigfile {}"
        return subprocess.run(command.format(*parts).split(), capture_output=True).returncode == 0


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


def require(holds, file, what):
    if not holds:
        sys.exit(f"{file}: {what}")


def check(folder, fingerprint):
    key, previous, time = None, None, ""
    files = sorted(pathlib.Path(folder).glob("[0-9]*.json"))
    require(files, folder, "there is no entry")
    for number, file in enumerate(files, start=1):
        stored = file.read_bytes()
        envelope = json.loads(stored)
        payload = base64.b64decode(envelope["payload"], validate=True)
        entry = json.loads(payload)["predicate"]
        introduced = base64.b64decode(entry.get("public_key", ""), validate=True)
        signers = [k for k in (key or introduced, introduced if key else None) if k]
        kind = envelope["payloadType"].encode()
        message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
        place = (f"{entry['number']:08d}.json", entry["number"])
        require(place == (file.name, number), file, "another number, or one before it is missing")
        require(entry.get("previous") == previous, file, "does not follow from the one before")
        require(entry["time"] >= time, file, "the clock goes backwards")
        named = [signature["keyid"] for signature in envelope["signatures"]]
        require(signers and named == list(map(digest, signers)), file, "not the key in force")
        for signer, signature in zip(signers, envelope["signatures"]):
            good = verified(signer, message, base64.b64decode(signature["sig"], validate=True))
            require(good, file, "the signature fails")
        if number == 1:
            print("first key", digest(introduced))
            require(fingerprint in (None, digest(introduced)), file, "another first key")
        print(number, entry["time"], entry["kind"], entry["actor"],
              entry.get("model", {}).get("version", ""), entry.get("reason", ""))
        key, previous, time = introduced or key, digest(stored), entry["time"]
    print("head", previous)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    check(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else None)
