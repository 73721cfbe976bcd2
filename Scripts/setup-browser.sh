#!/usr/bin/env bash
# Installs the browser that the HTML report is tried in, and a Chinese font, where apt-get can.
set -eu
packages=(chromium fonts-noto-cjk)
command -v apt-get >/dev/null 2>&1 || {
    echo "setup: please install chromium" >&2
    exit 1
}
if [ "$(id -u)" = 0 ]; then as_root=(); else as_root=(sudo); fi
echo "setup: installing ${packages[*]}" >&2
"${as_root[@]}" apt-get update -qq >/dev/null
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
