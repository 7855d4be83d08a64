# LibTorch from Debian, or any other found through CMAKE_PREFIX_PATH; one with CUDA also defines NAKAMA_CUDA. Its
# flags and headers reach only the libraries that link nakama_torch; the headers are compiled once, as a precompiled
# header.
add_library(nakama_torch INTERFACE)
find_library(NAKAMA_TORCH_CUDA torch_cuda PATHS ${CMAKE_PREFIX_PATH} PATH_SUFFIXES lib NO_DEFAULT_PATH)
if(NAKAMA_TORCH_CUDA)
    include(NakamaTorchCuda)
else()
    find_package(Torch REQUIRED)
    target_include_directories(nakama_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
    target_link_libraries(nakama_torch INTERFACE ${TORCH_LIBRARIES})
    separate_arguments(nakama_torch_flags UNIX_COMMAND "${TORCH_CXX_FLAGS}")
    target_compile_options(nakama_torch INTERFACE ${nakama_torch_flags})
endif()

file(WRITE ${PROJECT_BINARY_DIR}/torch_pch.cpp "// Holds the precompiled LibTorch header.\n")
add_library(nakama_torch_pch OBJECT ${PROJECT_BINARY_DIR}/torch_pch.cpp)
target_link_libraries(nakama_torch_pch PRIVATE nakama_options nakama_torch)
target_precompile_headers(nakama_torch_pch PRIVATE <torch/torch.h>)
