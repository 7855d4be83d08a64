# A LibTorch with CUDA: the wheel that ./dev setup --gpu unpacks, or the official zip, 2.6 or newer. Its own
# TorchConfig.cmake enables the CUDA language and so wants nvcc, though nothing here is compiled by it: the headers of
# CUDA's runtime are enough, which lie beside the wheel, or else in an installed toolkit.
get_filename_component(torch_root ${NAKAMA_TORCH_CUDA} DIRECTORY)
get_filename_component(torch_root ${torch_root} DIRECTORY)
file(GLOB cuda_beside_torch ${torch_root}/../nvidia/cu*/include)
find_path(NAKAMA_CUDA_INCLUDE cuda_runtime_api.h HINTS ${cuda_beside_torch} /usr/local/cuda/include)
if(NOT NAKAMA_CUDA_INCLUDE)
    message(FATAL_ERROR "CUDA's headers (cuda_runtime_api.h) are neither beside ${torch_root} nor installed: "
                        "run ./dev setup --gpu, or install a CUDA toolkit and set CUDAToolkit_ROOT")
endif()

file(STRINGS ${torch_root}/share/cmake/Torch/TorchConfig.cmake old_abi REGEX "_GLIBCXX_USE_CXX11_ABI=0")
if(old_abi)
    message(FATAL_ERROR "${torch_root} was built with the C++ library's old ABI, which Qt and OpenCV do not have; "
                        "take LibTorch 2.6 or newer, or the zip named cxx11-abi")
endif()

# The wheel brings headers of another fmt beside its own, which must not hide those of the fmt that is linked. The
# target says where those are; a search would find the wheel's, by CMAKE_PREFIX_PATH.
get_target_property(fmt_include fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/fmt-before-torch)
file(CREATE_LINK ${fmt_include}/fmt ${PROJECT_BINARY_DIR}/fmt-before-torch/fmt SYMBOLIC)

target_include_directories(nakama_torch SYSTEM INTERFACE ${PROJECT_BINARY_DIR}/fmt-before-torch
    ${torch_root}/include ${torch_root}/include/torch/csrc/api/include ${NAKAMA_CUDA_INCLUDE})
target_compile_definitions(nakama_torch INTERFACE NAKAMA_CUDA)
# The CUDA half registers itself when it is loaded; no symbol of it need be asked for.
target_link_libraries(nakama_torch INTERFACE -Wl,--no-as-needed)
foreach(part torch torch_cpu torch_cuda c10 c10_cuda)
    target_link_libraries(nakama_torch INTERFACE ${torch_root}/lib/lib${part}.so)
endforeach()
file(GLOB cudart ${torch_root}/../nvidia/cu*/lib/libcudart.so.* ${torch_root}/lib/libcudart*.so*
     ${NAKAMA_CUDA_INCLUDE}/../lib64/libcudart.so)
list(GET cudart 0 cudart)
target_link_libraries(nakama_torch INTERFACE ${cudart} -Wl,--as-needed)
message(STATUS "LibTorch with CUDA: ${torch_root}")
