"""A small OpenID Connect provider: real tokens, signed and checked, for whoever it is told."""

import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "hoi-dap", "secret-of-the-page"


class Provider(ThreadingHTTPServer):
    """Vouches for `email` to every visitor."""

    def __init__(self) -> None:
        super().__init__(("localhost", 0), _Handler)
        self.address = f"http://localhost:{self.server_address[1]}"
        self.email = ""
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"})
        self.nonces: dict[str, str] = {}

    def token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": self.email,
            "email": self.email,
            "email_verified": True,
            "nonce": nonce,
            "iat": now,
            "exp": now + 600,
        }
        return jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if url.path == "/jwks":
            self._answer({"keys": [self.server.key.as_dict(private=False)]})
        elif url.path == "/authorize":
            asked = {name: values[0] for name, values in parse_qs(url.query).items()}
            code = secrets.token_hex(8)
            self.server.nonces[code] = asked["nonce"]
            self.send_response(302)
            back = urlencode({"code": code, "state": asked["state"]})
            self.send_header("Location", f"{asked['redirect_uri']}?{back}")
            self.end_headers()
        else:
            address = self.server.address
            self._answer(
                {
                    "issuer": address,
                    "authorization_endpoint": f"{address}/authorize",
                    "token_endpoint": f"{address}/token",
                    "jwks_uri": f"{address}/jwks",
                    "response_types_supported": ["code"],
                    "subject_types_supported": ["public"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                }
            )

    def do_POST(self) -> None:
        body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        token = self.server.token(self.server.nonces.pop(body["code"][0]))
        self._answer({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def provided() -> Iterator[Provider]:
    """A provider that answers while the block runs."""
    with Provider() as provider:
        threading.Thread(target=provider.serve_forever, daemon=True).start()
        yield provider
        provider.shutdown()
