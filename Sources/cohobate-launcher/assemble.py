#!/usr/bin/python3
"""Makes an installation, a Debian package or a bundle of the built programs.

    assemble.py install PREFIX     PREFIX/lib/cohobate, and a link in PREFIX/bin
    assemble.py package FOLDER     FOLDER/cohobate_VERSION_ARCHITECTURE.deb
    assemble.py bundle FOLDER      FOLDER/cohobate-VERSION-linux-ARCHITECTURE.tar.xz

All three have the shape that Sources/Files/Installation.swift describes: programs in bin, libraries, share, and the file form.
They differ in the libraries and data that they carry:

    installation  Swift's; the machine that built the program has the others
    package       Swift's, and RDKit with what only RDKit needs: its interface differs between releases of Debian
    bundle        all, with the loader; and xtb

Needs patchelf and binutils. Decision 45 has the reasons.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# What needs libraries, and what stands alone.
LINKED = ["cohobate", "cohobate-xtb-worker"]
ALONE = ["cohobate-keeper", "cohobate-pilot"]
# Libraries whose interface is not the same in all releases of Debian.
OF_RDKIT = re.compile(r"lib(RDKit|boost_|coordgen|maeparser)")
RDKIT_DATA = ["Data/FragmentDescriptors.csv", "Contrib/SA_Score/fpscores.pkl.gz"]
DESCRIPTION = """finds molecules with wanted properties from few calculations
 A chemical language model and a Gaussian process propose molecules, a
 quantum-chemical program calculates them, and the results go back into the
 model, until the budget is spent. Every step is recorded, so that a campaign
 that is interrupted resumes where it was."""


def output(*command, **options):
    """What a command prints; the script ends if it fails."""
    result = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, text=True, **options)
    if result.returncode != 0:
        sys.exit(f"error: '{' '.join(map(str, command))}' failed.")
    return result.stdout


def libraries(program):
    """The shared libraries of a program by the names that it asks for, with those that they need."""
    found = {}
    for line in output("ldd", program).splitlines():
        if match := re.match(r"\s+(\S+) => (.+) \(0x", line):
            found[match[1]] = pathlib.Path(match[2])
        elif "not found" in line:
            sys.exit(f"error: {program} needs a library that is missing:{line.rstrip()}")
    return found


def is_swifts(path):
    return "/swift/" in str(path.resolve())


class Tree:
    """A folder in the shape of an installation."""

    def __init__(self, root, form, built):
        self.root, self.built = root, built
        self.carried = {}
        for name in ("bin", "libraries", "share"):
            (root / name).mkdir(parents=True)
        (root / "form").write_text(f"{form}\n")
        for name in ALONE:
            self.program(built / name, "bin")

    def program(self, file, folder):
        """Copies a program without the names of its local symbols."""
        if not file.exists():
            sys.exit(f"error: {file} is missing; build it with 'make build'.")
        (self.root / folder).mkdir(exist_ok=True)
        target = self.root / folder / file.name
        shutil.copy(file, target)
        output("strip", "--strip-unneeded", target)
        return target

    def carry(self, name, path):
        """Copies a library under its own name, with a link from the name that programs ask for."""
        if name in self.carried:
            return
        real = path.resolve()
        target = self.root / "libraries" / real.name
        shutil.copy(real, target)
        output("strip", "--strip-unneeded", target)
        if real.name != name:
            (target.parent / name).symlink_to(real.name)
        self.carried[name] = real

    def data(self, source, name, files):
        """Copies files below a folder of data."""
        for file in files:
            target = self.root / "share" / name / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / file, target)

    def rdkit_data(self):
        self.data(pathlib.Path(os.environ.get("RDBASE") or "/usr/share/RDKit"), "RDKit", RDKIT_DATA)

    def find_libraries_beside(self):
        """Lets the programs and the libraries find the carried libraries wherever the folder lies."""
        for name in LINKED:
            output("patchelf", "--set-rpath", "$ORIGIN/../libraries", self.root / "bin" / name)
        for real in set(self.carried.values()):
            output("patchelf", "--set-rpath", "$ORIGIN", self.root / "libraries" / real.name)

    def licences(self, others=()):
        """Lists where each file that is not Cohobate's own comes from, and copies its licence."""
        folder = self.root / "share" / "licences"
        folder.mkdir()
        shutil.copy(HERE.parent.parent / "LICENSE", folder / "cohobate")
        lines = []
        for file in sorted({*self.carried.values(), *others}):
            if is_swifts(file):
                lines.append(f"{file.name}\tSwift {swift_version()}\tlicences/swift")
                shutil.copy(file.parents[3] / "share" / "swift" / "LICENSE.txt", folder / "swift")
                continue
            owner = owner_of(file)
            version = output("dpkg-query", "--show", "--showformat=${source:Package} ${Version}", owner)
            lines.append(f"{file.name}\t{version}\tlicences/{owner}")
            shutil.copy(f"/usr/share/doc/{owner}/copyright", folder / owner)
        (self.root / "share" / "contents.tsv").write_text("file\tsource\tlicence\n" + "".join(f"{line}\n" for line in lines))


def owner_of(file):
    """The Debian package that a file belongs to. Files of /lib are known under either name of that folder."""
    for name in (str(file), str(file).removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "--search", name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"error: {file} belongs to no Debian package, so that its licence is unknown.")


def swift_version():
    return re.search(r"Swift version (\S+)", output("swift", "--version", stderr=subprocess.DEVNULL))[1]


def version_of(built):
    return output(built / "cohobate", "--version").strip()


def install(prefix, built):
    root = prefix / "lib" / "cohobate"
    if root.exists() and not (root / "form").exists():
        sys.exit(f"error: {root} is there and is no installation; give another PREFIX, or remove it.")
    new = root.with_name("cohobate.new")
    shutil.rmtree(new, ignore_errors=True)
    tree = Tree(new, "installation", built)
    add_linked(tree, is_swifts)
    # A program that runs keeps its files open.
    shutil.rmtree(root, ignore_errors=True)
    new.rename(root)
    link(prefix)
    print(prefix / "bin" / "cohobate")


def add_linked(tree, is_carried):
    for name in LINKED:
        program = tree.program(tree.built / name, "bin")
        for library, path in libraries(program).items():
            if is_carried(path):
                tree.carry(library, path)
    tree.find_libraries_beside()


def link(prefix):
    (prefix / "bin").mkdir(parents=True, exist_ok=True)
    place = prefix / "bin" / "cohobate"
    place.unlink(missing_ok=True)
    place.symlink_to("../lib/cohobate/bin/cohobate")


def package(folder, built):
    architecture, version = output("dpkg", "--print-architecture").strip(), version_of(built)
    with tempfile.TemporaryDirectory() as temporary:
        place = pathlib.Path(temporary) / "package"
        tree = Tree(place / "usr" / "lib" / "cohobate", "package", built)
        add_linked(tree, lambda path: is_swifts(path) or OF_RDKIT.match(path.name))
        tree.rdkit_data()
        tree.licences()
        link(place / "usr")
        documents = place / "usr" / "share" / "doc" / "cohobate"
        documents.mkdir(parents=True)
        (documents / "copyright").symlink_to("../../../lib/cohobate/share/licences/cohobate")
        depends, recommends = dependencies(tree)
        size = sum(file.stat().st_size for file in place.rglob("*") if not file.is_symlink()) // 1024
        (place / "DEBIAN").mkdir()
        (place / "DEBIAN" / "control").write_text(
            f"Package: cohobate\nVersion: {version}\nArchitecture: {architecture}\nSection: science\nPriority: optional\n"
            f"Maintainer: Cohobate <cohobate@localhost>\nInstalled-Size: {size}\nDepends: {depends}\n"
            f"Recommends: xtb, {recommends}\nSuggests: mopac\nDescription: {DESCRIPTION}\n")
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"cohobate_{version}_{architecture}.deb"
        output("dpkg-deb", "--root-owner-group", "--build", "-Zxz", "-z6", place, file)
    print(file)


def dependencies(tree):
    """The packages of the libraries that are asked for and not carried, in no older version than here: those of the program and of
    what it carries, and those of libxtb, which is recommended only."""
    carried = [tree.root / "libraries" / real.name for real in set(tree.carried.values())]
    of_program = packages(tree, [tree.root / "bin" / "cohobate", *carried])
    of_worker = packages(tree, [tree.root / "bin" / "cohobate-xtb-worker"]) - of_program
    return ", ".join(map(at_least, sorted(of_program))), ", ".join(map(at_least, sorted(of_worker)))


def packages(tree, files):
    known = libraries(tree.built / "cohobate") | libraries(tree.built / "cohobate-xtb-worker")
    asked = {name for file in files for name in output("patchelf", "--print-needed", file).split()}
    return {owner_of(known[name].resolve()) for name in asked if name not in tree.carried and name in known}


def at_least(package):
    version = output("dpkg-query", "--show", "--showformat=${Version}", package)
    return f"{package} (>= {version.rsplit('-', 1)[0]})"


def bundle(folder, built, is_packed):
    root = folder / "cohobate"
    if root.exists():
        shutil.rmtree(root)
    tree = Tree(root, "bundle", built)
    launcher = tree.program(built / "cohobate-launcher", "bin")
    xtb = pathlib.Path(shutil.which("xtb") or sys.exit("error: xtb is not installed.")).resolve()
    for file in [*(built / name for name in LINKED), xtb]:
        program = tree.program(file, "programs")
        for library, path in libraries(file).items():
            tree.carry(library, path)
        # Whatever the loader does not find here must be an error, and not come from the machine.
        output("patchelf", "--remove-rpath", program)
        os.link(launcher, root / "bin" / file.name)
    launcher.unlink()
    loader = pathlib.Path(output("patchelf", "--print-interpreter", built / "cohobate").strip()).resolve()
    shutil.copy(loader, root / "libraries" / "loader")
    tree.rdkit_data()
    parameters = xtb.parent.parent / "share" / "xtb"
    tree.data(parameters, "xtb", [file.name for file in parameters.iterdir() if file.is_file()])
    tree.licences(others=[loader, xtb])
    for file in (root / "programs").iterdir():
        listed = output(
            root / "libraries" / "loader", "--inhibit-cache", "--library-path", root / "libraries", "--list", file)
        for outside in re.findall(r"=> (/\S+)", listed):
            if not outside.startswith(f"{root}/libraries/"):
                sys.exit(f"error: {file.name} is linked with {outside}, which is not in the bundle.")
    if not is_packed:
        return print(root)
    file = folder / f"cohobate-{version_of(built)}-linux-{os.uname().machine}.tar.xz"
    output(
        "tar", "--create", "--file", file, "--owner=0", "--group=0", "--numeric-owner", "--sort=name", "--use-compress-program",
        "xz --threads=0", "--directory", folder, "cohobate")
    for recipe in ("Containerfile", "apptainer.def"):
        shutil.copy(HERE / recipe, folder)
    print(file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("form", choices=["install", "package", "bundle"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--built", type=pathlib.Path, default=HERE.parent.parent / ".build" / "release", help="the folder of the programs")
    parser.add_argument("--unpacked", action="store_true", help="leave the bundle as a folder")
    options = parser.parse_args()
    folder, built = options.folder.absolute(), options.built.absolute()
    if options.form == "install":
        install(folder, built)
    elif options.form == "package":
        package(folder, built)
    else:
        bundle(folder, built, not options.unpacked)


main()
