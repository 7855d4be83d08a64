# One folder, one static library: nakama_library(base SOURCES … LINK … [TORCH]) makes nakama_base.
# LINK names what the folder may know; ./dev lint checks the includes against the same rule.
function(nakama_library name)
    cmake_parse_arguments(ARG "TORCH" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(nakama_${name} STATIC ${ARG_SOURCES})
    target_link_libraries(nakama_${name} PUBLIC ${ARG_LINK} PRIVATE nakama_options ${ARG_PRIVATE_LINK})
    target_include_directories(nakama_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    if(ARG_TORCH)
        target_link_libraries(nakama_${name} PRIVATE nakama_torch)
        target_precompile_headers(nakama_${name} REUSE_FROM nakama_torch_pch)
    endif()
endfunction()

# Strict Qt for every library that uses it.
function(nakama_qt name)
    target_compile_definitions(nakama_${name} PRIVATE
        QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
        QT_NO_CONTEXTLESS_CONNECT QT_DEPRECATED_WARNINGS)
endfunction()

# nakama_test(unit_base SOURCES … LINK … [QT] [TORCH] [LABELS …]): one test executable, Google Test unless QT.
function(nakama_test name)
    cmake_parse_arguments(ARG "QT;TORCH" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE nakama_options ${ARG_LINK})
    if(ARG_QT)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
        target_link_libraries(${name} PRIVATE Qt6::Test)
    else()
        target_link_libraries(${name} PRIVATE GTest::gmock GTest::gtest_main)
    endif()
    if(ARG_TORCH)
        target_link_libraries(${name} PRIVATE nakama_torch)
        target_precompile_headers(${name} REUSE_FROM nakama_torch_pch)
        target_compile_options(${name} PRIVATE -fPIC) # the precompiled header has it; executables default to -fPIE
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_WAIT_POLICY=passive;OPENBLAS_THREAD_TIMEOUT=4") # as the programs set it for themselves
endfunction()
