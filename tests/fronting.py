"""nginx with the configuration of `deploy/`, in front of two real servers on one database: what a data centre runs, on this machine's own ports."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import shutil
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import serving
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
DEPLOY = serving.ROOT / "deploy"


class Front:
    """The two servers and nginx: `address` by TLS, `plain` without, `tls` to trust the certificate of this run."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, environment
        self.ports = [serving.free_port(), serving.free_port()]
        self.servers: list[subprocess.Popen | None] = [None, None]
        certificate(folder)
        tls, plain = serving.free_port(), serving.free_port()
        self.address, self.plain = f"https://localhost:{tls}", f"http://localhost:{plain}"
        self.tls = ssl.create_default_context(cafile=folder / "certificate.pem")
        (folder / "nginx.conf").write_text(frame(folder))
        (folder / "dashboard.conf").write_text(filled(folder, tls, plain, self.ports))
        self.nginx: subprocess.Popen | None = None

    def start(self, number: int) -> None:
        """Start server 1 or 2 and wait until it is healthy."""
        port = self.ports[number - 1]
        with open(self.folder / f"server-{number}.log", "ab") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "dashboard.serving", "serve", f"server.port={port}"],
                cwd=serving.ROOT,
                env={
                    **os.environ,
                    "PYTHONPATH": str(serving.ROOT),
                    "DASHBOARD_BACKUPS": "",
                    **self.environment,
                },
                stdout=log,
                stderr=log,
            )
        self.servers[number - 1] = server
        serving.wait_for(f"http://127.0.0.1:{port}", server)

    def kill(self, number: int) -> None:
        """End a server as a power cut would."""
        server = self.servers[number - 1]
        server.send_signal(signal.SIGKILL)
        server.wait(timeout=serving.PATIENCE / 1000)

    def begin(self) -> None:
        with ThreadPoolExecutor() as both:
            list(both.map(self.start, (1, 2)))
        tried = subprocess.run(
            [NGINX, "-t", "-c", self.folder / "nginx.conf"], capture_output=True, text=True
        )
        assert tried.returncode == 0, tried.stderr
        self.nginx = subprocess.Popen([NGINX, "-c", self.folder / "nginx.conf"])
        until = time.monotonic() + serving.PATIENCE / 1000
        while time.monotonic() < until:
            if (self.folder / "nginx.pid").exists():
                return
            time.sleep(0.05)
        raise RuntimeError("nginx did not start")

    def end(self) -> None:
        for process in (self.nginx, *self.servers):
            if process is not None:
                process.terminate()
                process.wait(timeout=serving.PATIENCE / 1000)


@contextmanager
def fronted(folder: Path, **environment: str) -> Iterator[Front]:
    """nginx and both servers, up and healthy."""
    front = Front(folder, environment)
    try:
        front.begin()
        yield front
    finally:
        front.end()


def filled(folder: Path, tls: int, plain: int, ports: list[int]) -> str:
    """`deploy/nginx.conf` with this run's addresses and paths in the places that an office fills in.

    Signing in is let through more slowly, so that who tries too often is told so however long this machine takes for a try.
    """
    text = (DEPLOY / "nginx.conf").read_text()
    places = {
        "listen 443 ssl http2;": f"listen 127.0.0.1:{tls} ssl http2;",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "dashboard.example.gov.vn": "localhost",
        "rate=5r/s": "rate=1r/m",
        "8501": str(ports[0]),
        "8502": str(ports[1]),
        "/etc/ssl/dashboard": str(folder),
        "/var/log/nginx": str(folder),
        "/var/cache/nginx/dashboard": str(folder / "cache"),
        "/opt/dashboard/deploy": str(DEPLOY),
    }
    for place, value in places.items():
        assert place in text, place
        text = text.replace(place, value)
    return text


def frame(folder: Path) -> str:
    """What Debian's own nginx.conf says around it, in a folder of this run."""
    temporary = "".join(
        f"  {kind}_temp_path {folder / kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")
    )
    user = "user root;\n" if os.geteuid() == 0 else ""
    return (
        f"{user}daemon off;\nworker_processes 2;\npid {folder / 'nginx.pid'};\nerror_log {folder / 'nginx-errors.log'};\nevents {{}}\n"
        f"http {{\n  default_type application/octet-stream;\n  types {{ text/html html; }}\n{temporary}  include {folder / 'dashboard.conf'};\n}}\n"
    )


def certificate(folder: Path) -> None:
    """A certificate for localhost that lives a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]),
        dt.datetime.now(dt.UTC),
    )
    names = x509.SubjectAlternativeName(
        [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
