#!/usr/bin/env python3
"""Writes the golden ledger of the tests, independently of the Java code: Ed25519 (RFC 8032), DSSE
and canonical JSON by Python's standard library alone.

usage: make_ledger.py FOLDER
"""
import base64
import hashlib
import json
import pathlib
import sys

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def add(a, b):
    """Sum of two points of the curve, in affine coordinates."""
    (x1, y1), (x2, y2) = a, b
    product = D * x1 * x2 * y1 * y2 % P
    x = (x1 * y2 + x2 * y1) * pow(1 + product, -1, P)
    y = (y1 * y2 + x1 * x2) * pow(1 - product, -1, P)
    return x % P, y % P


def times(scalar, point):
    result = (0, 1)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def base_point():
    y = 4 * pow(5, -1, P) % P
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    return (x if x % 2 == 0 else P - x), y


BASE = base_point()


def encode(point):
    x, y = point
    return (y | (x & 1) << 255).to_bytes(32, "little")


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


class Key:
    def __init__(self, seed):
        hashed = hashlib.sha512(seed).digest()
        self.seed = seed
        self.scalar = int.from_bytes(hashed[:32], "little") & (2**254 - 8) | 2**254
        self.prefix = hashed[32:]
        self.raw = encode(times(self.scalar, BASE))
        self.spki = bytes.fromhex("302a300506032b6570032100") + self.raw
        self.id = digest(self.spki)

    def sign(self, message):
        r = number(self.prefix, message) % ORDER
        commitment = encode(times(r, BASE))
        s = (r + number(commitment, self.raw, message) * self.scalar) % ORDER
        return commitment + s.to_bytes(32, "little")

    def pem(self):
        pkcs8 = bytes.fromhex("302e020100300506032b657004220420") + self.seed
        blocks = (("PRIVATE KEY", pkcs8), ("PUBLIC KEY", self.spki))
        return "".join(f"-----BEGIN {name}-----\n{base64.b64encode(content).decode()}\n"
                       f"-----END {name}-----\n" for name, content in blocks)


def digest(content):
    return "sha256:" + hashlib.sha256(content).hexdigest()


def canonical(value):
    """RFC 8785 for what entries hold: whole numbers and ASCII keys."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def b64(content):
    return base64.b64encode(content).decode()


def resource(name, content):
    return {"name": name, "digest": {"sha256": hashlib.sha256(content).hexdigest()}}


def envelope(statement, keys):
    payload, kind = canonical(statement), b"application/vnd.in-toto+json"
    message = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(payload), payload)
    return canonical({"payload": b64(payload), "payloadType": kind.decode(),
                      "signatures": [{"keyid": k.id, "sig": b64(k.sign(message))} for k in keys]})


def statement(subject, predicate):
    return {"_type": "https://in-toto.io/Statement/v1", "subject": subject, "predicate": predicate,
            "predicateType": "https://emovox.dev/attestation/ledger-entry/v1"}


def about_key(kind, key, **more):
    subject = [{"name": "ledger-key", "digest": {"sha256": key.id[7:]}}]
    predicate = {"kind": kind, "evidence": [], "public_key": b64(key.spki), **more}
    return statement(subject, predicate)


def about_model(kind, version, package, **more):
    subject = [resource(f"models/{package}/package.json", package.encode()),
               resource(f"models/{package}/model.bin", b"weights of " + package.encode())]
    evidence = [resource("evaluation", b"report"), resource("manifest", b"clips")]
    model = {"name": "emovox", "version": version, "package": digest(package.encode()), **more.pop("model")}
    return statement(subject, {"kind": kind, "evidence": evidence, "model": model, **more})


def main(folder):
    # RFC 8032, section 7.1, tests 1 and 2: published keys, of use for nothing but tests.
    first = Key(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    second = Key(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    assert first.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a")
    entries = [
        (about_key("genesis", first, actor="ada"), [first]),
        (about_model("promotion", "1", "one", actor="ada", model={"run": "run-1"},
                     reason='first: "É" \\ 😀'), [first]),
        (about_key("key_rotation", second, actor="bo", reason="yearly"), [first, second]),
        (about_model("promotion", "2", "two", actor="bo",
                     model={"run": "run-2", "previous_version": "1"}), [second]),
        (about_model("rollback", "1", "one", actor="ada", reason="errors on calls",
                     model={"run": "run-1", "previous_version": "2"}), [second]),
    ]
    previous = None
    for index, (made, keys) in enumerate(entries, start=1):
        made["predicate"].update(number=index, time=f"2026-01-31T14:30:00.{index:03d}Z")
        if previous:
            made["predicate"]["previous"] = previous
        stored = envelope(made, keys)
        pathlib.Path(folder, f"{index:08d}.json").write_bytes(stored)
        previous = digest(stored)
    for key in (first, second):
        pathlib.Path(folder, key.id[7:] + ".pem").write_text(key.pem())


if __name__ == "__main__":
    main(sys.argv[1])
