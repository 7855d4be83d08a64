# LibTorch from Debian, or any other found through CMAKE_PREFIX_PATH. Its flags and headers reach only the
# libraries that link nakama_torch; the headers are compiled once, as a precompiled header.
find_package(Torch REQUIRED)

add_library(nakama_torch INTERFACE)
target_include_directories(nakama_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(nakama_torch INTERFACE ${TORCH_LIBRARIES})
separate_arguments(nakama_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
target_compile_options(nakama_torch INTERFACE ${nakama_torch_flags})

file(WRITE ${PROJECT_BINARY_DIR}/torch_pch.cpp "// Holds the precompiled LibTorch header.\n")
add_library(nakama_torch_pch OBJECT ${PROJECT_BINARY_DIR}/torch_pch.cpp)
target_link_libraries(nakama_torch_pch PRIVATE nakama_options nakama_torch)
target_precompile_headers(nakama_torch_pch PRIVATE <torch/torch.h>)
