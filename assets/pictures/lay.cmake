cmake_minimum_required(VERSION 3.25)
# Run by the build: copies the drawings that pictures.toml names into SHARE, and nothing more.
# An unused drawing left from an earlier table is taken away, so that what ships is what is used.
file(READ ${SOURCE}/pictures.toml table)

# names_of(KEY OUT): every name that the table gives as KEY = "name".
function(names_of key out)
  string(REGEX MATCHALL "${key} *= *\"[^\"]+\"" found "${table}")
  list(TRANSFORM found REPLACE "^[^\"]*\"([^\"]+)\"$" "\\1")
  list(REMOVE_DUPLICATES found)
  set(${out} ${found} PARENT_SCOPE)
endfunction()

# lay(TARGET_FOLDER NAME FILE): the drawing FILE becomes NAME in TARGET_FOLDER.
function(lay folder name file)
  if(NOT EXISTS ${file})
    message(FATAL_ERROR "pictures.toml names a drawing that is not there: ${file}")
  endif()
  file(MAKE_DIRECTORY ${folder})
  file(COPY_FILE ${file} ${folder}/${name} ONLY_IF_DIFFERENT)
endfunction()

function(remove_strays folder names)
  file(GLOB present RELATIVE ${folder} ${folder}/*.svg)
  foreach(file IN LISTS present)
    string(REPLACE ".svg" "" name ${file})
    if(NOT name IN_LIST names)
      file(REMOVE ${folder}/${file})
    endif()
  endforeach()
endfunction()

names_of(openmoji glyphs)
foreach(glyph IN LISTS glyphs)
  lay(${SHARE}/pictures/openmoji ${glyph}.svg ${PACKAGES}/openmoji/color/svg/${glyph}.svg)
endforeach()
remove_strays(${SHARE}/pictures/openmoji "${glyphs}")

names_of(icon icons)
foreach(icon IN LISTS icons)
  lay(${SHARE}/icons ${icon}.svg ${PACKAGES}/@material-symbols/svg-500/rounded/${icon}-fill.svg)
endforeach()
remove_strays(${SHARE}/icons "${icons}")

names_of(own drawings)
foreach(drawing IN LISTS drawings)
  lay(${SHARE}/pictures/own ${drawing}.svg ${SOURCE}/own/${drawing}.svg)
endforeach()
remove_strays(${SHARE}/pictures/own "${drawings}")

set(typeface ${PACKAGES}/@expo-google-fonts/atkinson-hyperlegible-next)
foreach(cut 400Regular 400Regular_Italic 500Medium 600SemiBold 700Bold)
  set(font AtkinsonHyperlegibleNext_${cut}.ttf)
  lay(${SHARE}/fonts ${font} ${typeface}/${cut}/${font})
endforeach()

# The licences travel with the works.
lay(${SHARE}/pictures pictures.toml ${SOURCE}/pictures.toml)
lay(${SHARE}/pictures photos.toml ${SOURCE}/photos.toml)
lay(${SHARE}/pictures LICENSE-openmoji.txt ${PACKAGES}/openmoji/LICENSE.txt)
lay(${SHARE}/icons LICENSE-material-symbols.txt ${PACKAGES}/@material-symbols/svg-500/LICENSE)
lay(${SHARE}/fonts LICENSE-atkinson-hyperlegible-next.txt ${typeface}/LICENSE_FONT)
lay(${SHARE} CREDITS.md ${SOURCE}/../CREDITS.md)
file(TOUCH ${STAMP})
