#!/usr/bin/env bash
# Compares Nursery's speed with its peers', side by side on this machine. See src/bench/README.md.
set -uo pipefail
cd "$(dirname "$0")/../.."

usage="Usage: src/bench/compare.sh [--rounds N] [--only PART[,PART...]]
Parts: workloads (a to e: Nursery, PyTorch, DJL, Nursery on JDK 17), dl4j, plain (without the Vector API, and EJML),
mnist, moments (first step, checklist, a deep net), products (share of the machine's peak). Only when named: scaling."

rounds=3
parts=workloads,dl4j,plain,mnist,moments,products
while [ $# -gt 0 ]; do
    case "$1" in
        --rounds) rounds=${2:?"$usage"}; shift 2 ;;
        --only) parts=${2:?"$usage"}; shift 2 ;;
        *) echo "$usage"; exit 2 ;;
    esac
done
for part in ${parts//,/ }; do
    case "$part" in
        workloads | dl4j | plain | mnist | moments | products | scaling) ;;
        *) echo "expected a part out of the list below, received $part"; echo "$usage"; exit 2 ;;
    esac
done

out=target/compare
raw=$out/raw.txt
log=$out/stderr.txt
python=/usr/bin/python3 # Debian's, whatever the path says

say() { echo "compare: $*" >&2; }
wanted() { [[ ",$parts," == *",$1,"* ]]; }

# ---- what there is ----

# the JDK with the highest version, or the highest of version $1
jdk() {
    local release
    for release in /usr/lib/jvm/*/release; do
        echo "$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$release") ${release%/release}"
    done 2>/dev/null | grep "^${1:-[0-9]}" | sort -V | tail -1 | cut -d' ' -f2
}
newest=${JAVA_HOME:-$(jdk)}
export JAVA_HOME=${newest:?"expected a JDK in JAVA_HOME or /usr/lib/jvm, found none; apt-get install openjdk-17-jdk-headless"}
old=$(jdk 17)
version() { sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release"; }
[ -n "$old" ] && [[ "$(version "$newest")" != 17* ]] ||
    { say "no JDK 17 beside a newer one: its column stays empty"; old=; }
if ! "$python" -c 'import torch' 2>/dev/null; then
    say "$python has no torch: PyTorch is left out; apt-get install python3-torch brings it"
    python=
fi
mnist=${NURSERY_DATA:-/nowhere}/mnist
if ! [ -f "$mnist/train-images-idx3-ubyte.gz" ]; then
    say "no MNIST in \$NURSERY_DATA/mnist: what trains on it is left out"
    mnist=
fi

# ---- building it ----

need() { # a build, or the end
    say "builds $1"
    mvn -q -B "${@:2}" >"$out/build.txt" 2>&1 || { cat "$out/build.txt"; say "the build of $1 failed"; exit 1; }
}
mkdir -p $out
: >$raw
: >$log
need nursery -DskipTests package
need "src/bench" -Pbench -Djmh.args=-l
wanted workloads && need djl -f src/bench/peers/djl package
wanted dl4j && need dl4j -f src/bench/peers/dl4j package

# ---- measuring ----

# measure WHO THREADS COMMAND...: notes each line "what value" that it prints
measure() {
    local who=$1 threads=$2 what value
    OMP_NUM_THREADS=$threads OPENBLAS_NUM_THREADS=$threads timeout 90 "${@:3}" 2>>$log >$out/lines.txt ||
        say "$who failed or took more than 90 seconds, see $log: ${*:3}"
    while read -r what value; do
        echo "$round $who $threads $what $value" >>$raw
    done <$out/lines.txt
}
# clocked WHO THREADS WHAT COMMAND...: notes how long the whole process takes
clocked() {
    local start=$EPOCHREALTIME
    if OMP_NUM_THREADS=$2 OPENBLAS_NUM_THREADS=$2 timeout 90 "${@:4}" >>$log 2>&1; then
        echo "$round $1 $2 $3 $(echo "$start $EPOCHREALTIME" | awk '{ printf "%.3f", $2 - $1 }')" >>$raw
    else
        say "$1 failed or took more than 90 seconds, see $log: ${*:4}"
    fi
}
bench=(-cp 'target/bench-classes:target/kernel/lib/*')
vector=(--add-modules jdk.incubator.vector)
nursery=("$newest/bin/java" "${vector[@]}" "${bench[@]}")
nursery17=("$old/bin/java" "${vector[@]}" "${bench[@]}")
plain=("$newest/bin/java" "${bench[@]}")
peer() { echo "src/bench/peers/$1/target/classes:src/bench/peers/$1/target/lib/*"; }
djl=("$newest/bin/java" -cp "$(peer djl)" DjlBench)
dl4j=("$newest/bin/java" -cp "$(peer dl4j)" Dl4jBench)

workloads() {
    for net in a b c d e; do
        say "round $round of $rounds: $net"
        for threads in 1 2; do
            measure nursery $threads "${nursery[@]}" nursery.bench.Workloads $threads $net
            [ -n "$python" ] && measure pytorch $threads "$python" src/bench/peers/pytorch_bench.py $threads $net
            measure djl $threads "${djl[@]}" $threads $net
        done
        [ -n "$old" ] && measure nursery-jdk17 1 "${nursery17[@]}" nursery.bench.Workloads 1 $net
    done
}
dl4j() { # beside Nursery, unless workloads have measured that
    for net in a b c d e; do
        wanted workloads || measure nursery 1 "${nursery[@]}" nursery.bench.Workloads 1 $net
        measure dl4j 1 "${dl4j[@]}" $net
    done
}
plain() {
    for net in a c; do
        measure nursery-plain 1 "${plain[@]}" nursery.bench.Workloads 1 $net
        measure ejml 1 "${plain[@]}" nursery.bench.EjmlWorkloads $net
    done
}
mnist() {
    [ -n "$mnist" ] || return
    for threads in 1 2; do
        clocked nursery $threads mnist "${nursery[@]}" nursery.bench.MnistRun $threads
        [ -n "$python" ] && clocked pytorch $threads mnist "$python" src/bench/peers/pytorch_mnist.py $threads "$mnist"
    done
}
moments() {
    for net in a b c e; do
        measure nursery 2 "${nursery[@]}" nursery.bench.FirstStep $net
    done
    [ -n "$mnist" ] && measure nursery 2 "${nursery[@]}" nursery.bench.ChecklistRun
    measure nursery 2 "${nursery[@]}" nursery.bench.DeepNet
}
products() { measure nursery 1 "${nursery[@]}" nursery.bench.Roofline; }

# percent of the machine that others use, over a second in which this script does nothing
others() {
    { sed -n 1p /proc/stat; sleep 1; sed -n 1p /proc/stat; } |
        awk '{ t = 0; for (i = 2; i <= 9; i++) t += $i; idle = $5 + $6 }
             NR == 1 { t0 = t; idle0 = idle } END { printf "%.0f", 100 - 100 * (idle - idle0) / (t - t0) }'
}
busy=
begin=$SECONDS
[ "$parts" = scaling ] && rounds=0 # it takes no turns
for ((round = 1; round <= rounds; round++)); do
    share=$(others)
    busy+="${busy:+, }$share %"
    [ "$share" -lt 10 ] || say "others use $share % of the machine: measure again when they do not"
    for part in workloads dl4j plain mnist moments products; do
        wanted $part || continue
        [ $part = dl4j ] && [ $round != 1 ] && continue # slow, so once
        say "round $round of $rounds: $part"
        $part
    done
done

# ---- the table ----

echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores; others used ${busy:-$(others) %} of it before each round; $(date +%F)"
echo "JDK $(version "$newest")${old:+ and $(version "$old")}, DJL 0.34.0 with PyTorch 2.7.1, DL4J 1.0.0-M2.1${python:+, PyTorch $($python -c 'import torch; print(torch.__version__)')}"
if [ "$rounds" -gt 0 ]; then
    echo "$rounds rounds, $((SECONDS - begin)) seconds; every number is in $raw"
    echo
    "${plain[@]}" nursery.bench.ComparisonTable $raw
fi
if wanted scaling; then
    echo
    "${nursery[@]}" nursery.bench.Scaling 2>>$log || say "scaling failed, see $log"
fi
