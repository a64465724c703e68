#!/bin/sh
# Put the LanguageTool jars into a folder, once, for the tests of that engine. Where Java or Maven is
# missing it says so and does nothing: those tests are then skipped.
set -eu
jars=$1
home=$jars/LanguageTool-6.8
test -f "$home/languagetool-server.jar" && exit 0
if ! command -v java >/dev/null || ! command -v mvn >/dev/null; then
    echo "LanguageTool tests are skipped: they need Java 17 and Maven."
    exit 0
fi
mkdir -p "$home/libs"
mvn -q -B -f "$(dirname "$0")/languagetool_pom.xml" dependency:copy-dependencies \
    -DincludeScope=runtime -Dmdep.stripVersion=true -DoutputDirectory="$PWD/$home/libs"
mv "$home/libs/languagetool-server.jar" "$home/"
