#!/usr/bin/env bash
# Installs the Java (Nursery) kernel for Jupyter and runs the babysitting notebook in it. ./install.sh --help tells the rest.
set -euo pipefail
exec </dev/null

help='Usage: ./install.sh [--prefix DIR] [--no-demo | --uninstall]

Finds a JDK (17 or newer; the newest wins), Maven and Jupyter, installs what is missing with apt, builds Nursery,
installs the kernel "Java (Nursery)" for you, and runs notebooks/05-babysitting.ipynb in it. Running it again
replaces the kernel.

  --prefix DIR   install the kernel in DIR/share/jupyter instead of your own Jupyter folder
  --no-demo      do not run the notebook
  --uninstall    remove the kernel; the JDK, Maven and Jupyter stay
  --help         this text'

notebook=notebooks/05-babysitting.ipynb
page=target/demo/05-babysitting.html

step() { printf '==> %s\n' "$1"; }

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit "${2:-1}"
}

# Runs a command and shows the end of its output only when it fails.
quietly() {
  "$@" >"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2 && return 1; }
}

# ---- What it needs ----

# Sets jdk to the home of the newest JDK >= 17 that has JShell.
find_jdk() {
  local home version newest=16
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -x "${home:-/none}/bin/javac" ] || continue
    version=$("$home/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${version:-0}" -gt "$newest" ] || continue
    "$home/bin/java" --describe-module jdk.jshell >/dev/null 2>&1 || continue
    newest=$version
    jdk=$(cd "$home" && pwd -P)
  done
  [ "$newest" -gt 16 ]
}

jdk_on_path() {
  local javac
  javac=$(command -v javac) && dirname "$(dirname "$(readlink -f "$javac")")"
}

have_maven() { command -v mvn >/dev/null; }

have_jupyter() {
  {
    jupyter kernelspec --version && jupyter nbconvert --version &&
      { jupyter notebook --version || jupyter lab --version; }
  } >/dev/null 2>&1
}

missing() {
  find_jdk || echo 'a JDK (17 or newer)'
  have_maven || echo 'Maven'
  have_jupyter || echo 'Jupyter with nbconvert'
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -qq -o DPkg::Lock::Timeout=300 "$@"; }

install_missing() {
  local names version packages=()
  names=$(missing | paste -sd, | sed 's/,/, /g')
  [ -n "$names" ] || return 0
  local again="Install $names yourself and run ./install.sh again."
  command -v apt-get >/dev/null || fail "$names missing, and there is no apt here. $again"
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || fail "$names missing, and apt needs root or sudo. $again"

  step "Installing $names with apt"
  quietly apt update || fail "apt-get update failed: check the network and the package sources. $again"
  if ! find_jdk; then
    for version in 25 21 17; do
      apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1 && break
    done
    packages+=("openjdk-$version-jdk-headless")
  fi
  have_maven || packages+=(maven)
  have_jupyter || packages+=(jupyter-client jupyter-notebook jupyter-nbconvert)
  quietly apt install --no-install-recommends "${packages[@]}" || fail "apt could not install ${packages[*]}. $again"
  names=$(missing | paste -sd, | sed 's/,/, /g')
  [ -z "$names" ] || fail "$names still missing after installing ${packages[*]}. $again"
}

# ---- What it does ----

build() {
  export JAVA_HOME=$jdk
  step "Building with JDK $("$jdk/bin/javac" -version 2>&1 | cut -d' ' -f2) (the first time downloads up to 200 MB)"
  rm -rf target/kernel
  quietly package ||
    fail "the build failed. If a download broke, check the network and run ./install.sh again; everything else: mvn -B verify."
}

# Without a network Maven may still ask for what it has already, unless told that there is none.
package() { mvn -B -q -DskipTests package || mvn -B -q -DskipTests --offline package >/dev/null 2>&1; }

install_kernel() {
  step "Installing the kernel \"Java (Nursery)\""
  local spec=$work/kernel
  mkdir "$spec"
  cp -R target/kernel/lib "$spec/lib"
  kernel_json >"$spec/kernel.json"
  chmod -R u=rwX,go=rX "$spec"
  quietly jupyter kernelspec install "$spec" --name nursery --replace "${place[@]}" ||
    fail "Jupyter could not install the kernel in $kernel_folder: is that folder yours to write? --prefix DIR takes another."
}

# The class path is the kernel's own folder, so this checkout may go away.
kernel_json() {
  local argument
  printf '{\n  "argv": [\n    %s,\n' "$(json "$jdk/bin/java")"
  for argument in --add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED; do
    if "$jdk/bin/java" "$argument" -version >/dev/null 2>&1; then printf '    "%s",\n' "$argument"; fi
  done
  cat <<'JSON'
    "--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    "-cp", "{resource_dir}/lib/*",
    "nursery.notebook.NurseryKernel", "{connection_file}"
  ],
  "display_name": "Java (Nursery)",
  "language": "java",
  "interrupt_mode": "message"
}
JSON
}

json() { printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"; }

run_notebook() {
  [ -f "$notebook" ] || fail "$notebook is missing: the kernel is installed; --no-demo skips the notebook."
  step "Running $notebook in Jupyter (a minute or two)"
  local executed=${page%.html}.ipynb folder
  folder=$(dirname "$page")
  mkdir -p "$folder"
  export JUPYTER_PATH=${kernel_folder%/kernels/nursery}${JUPYTER_PATH:+:$JUPYTER_PATH}
  quietly jupyter nbconvert --to notebook --execute --ExecutePreprocessor.kernel_name=nursery \
    --ExecutePreprocessor.timeout=900 --output-dir "$folder" "$notebook" ||
    fail "the notebook failed (see above). The kernel is installed; open it with: jupyter notebook $notebook"
  quietly jupyter nbconvert --to html --output-dir "$folder" "$executed" ||
    fail "nbconvert could not write $page. The executed notebook is $executed"
  python3 - "$executed" "$page" <<'PYTHON' || fail "no cell tagged \"checklist\" in $executed shows a report."
import json, pathlib, re, sys

executed, page = map(pathlib.Path, sys.argv[1:])
# the page works offline: no scripts from elsewhere
page.write_text(re.sub(r'<script src="https://[^"]+">\s*</script>', "", page.read_text("utf-8")), "utf-8")
cells = json.loads(executed.read_text("utf-8"))["cells"]
tagged = [cell for cell in cells if "checklist" in cell["metadata"].get("tags", [])]
texts = ["".join(o["data"]["text/plain"]) for cell in tagged for o in cell["outputs"] if "text/plain" in o.get("data", {})]
print("", *texts, "", sep="\n")
sys.exit(not texts)
PYTHON
  step "Page: $PWD/$page"
}

uninstall() {
  [ -d "$kernel_folder" ] || { step "There is no kernel in $kernel_folder" && return; }
  rm -rf "$kernel_folder" || fail "could not remove $kernel_folder: is it yours?"
  step "Removed $kernel_folder"
}

# ---- The command line ----

prefix="" demo=yes action=install
while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ -n "${2:-}" ] || fail "--prefix needs a folder: ./install.sh --prefix DIR" 2
      prefix=$2
      shift
      ;;
    --no-demo) demo=no ;;
    --uninstall) action=uninstall ;;
    --help | -h) printf '%s\n' "$help" && exit ;;
    *) fail "unknown option $1: ./install.sh --help lists them" 2 ;;
  esac
  shift
done

place=(--user)
if [ -n "$prefix" ]; then
  case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
  place=(--prefix "$prefix")
fi
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "$action" = install ]; then
  install_missing
  find_jdk
fi
if [ -n "$prefix" ]; then
  kernel_folder=$prefix/share/jupyter/kernels/nursery
else
  kernel_folder=$(jupyter --data-dir 2>/dev/null || echo "$HOME/.local/share/jupyter")/kernels/nursery
fi
if [ "$action" = uninstall ]; then
  uninstall
  exit
fi
build
install_kernel
[ "$demo" = no ] || run_notebook
step 'Done. Now: jupyter notebook notebooks'
