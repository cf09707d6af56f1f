#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: it installs the grader.
set -euo pipefail
root="${AUTOGRADER:-/autograder}"  # another place is for trying it out
course="$root/source/course"

suitable() { "$1" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

python="${PYTHON:-}"
for name in python3.13 python3.12 python3.11 python3; do
    if [ -z "$python" ] && suitable "$name"; then python="$name"; fi
done
if [ -z "$python" ]; then  # older images bring an older Python
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq python3.11 python3.11-venv
    python=python3.11
fi

# Another user has to read Python, but nothing else of what lies here.
"$python" -m venv "$root/venv"
"$root/venv/bin/pip" install --quiet --disable-pip-version-check \
    -c "$course/constraints.txt" -e "$course[instructor]"
mkdir -p "$root/term"
cp "$root/source/seed" "$root/term/seed"
"$root/venv/bin/grader" --course "$root/term" release --module {module}
chmod 755 "$root" "$root/venv"
chmod -R go-rwx "$root/source" "$root/term"
