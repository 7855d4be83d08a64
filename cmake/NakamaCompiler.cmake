# Warnings are errors on our own code only; libraries come in as SYSTEM includes.
add_library(nakama_options INTERFACE)
target_compile_options(nakama_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
target_include_directories(nakama_options INTERFACE ${PROJECT_SOURCE_DIR})

# Names and lines are what a crash report needs; types and variables would cost a quarter of the build's time.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

if(NAKAMA_SANITIZE)
    add_compile_options(-fsanitize=${NAKAMA_SANITIZE} -fno-omit-frame-pointer -O1)
    add_link_options(-fsanitize=${NAKAMA_SANITIZE})
    # GCC 12 reports maybe-uninitialized inside the standard library under sanitizers.
    target_compile_options(nakama_options INTERFACE -Wno-maybe-uninitialized)
endif()

find_program(NAKAMA_CCACHE ccache)
if(NAKAMA_CCACHE)
    # The sloppiness lets ccache keep files that use the precompiled LibTorch header.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${NAKAMA_CCACHE})
endif()

find_program(NAKAMA_LLD ld.lld)
if(NAKAMA_LLD)
    add_link_options(-fuse-ld=lld)
endif()
