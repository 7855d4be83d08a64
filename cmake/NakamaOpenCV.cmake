# OpenCV's core and imgproc. Debian keeps OpenCVConfig.cmake in libopencv-dev, which brings VTK, GDAL and some
# three hundred more packages; the two small -dev packages have all that is used here.
find_package(OpenCV QUIET COMPONENTS core imgproc)
if(NOT OpenCV_FOUND)
    find_path(OPENCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
    foreach(part core imgproc)
        find_library(OPENCV_${part}_LIBRARY opencv_${part} REQUIRED)
        add_library(opencv_${part} UNKNOWN IMPORTED)
        set_target_properties(opencv_${part} PROPERTIES
            IMPORTED_LOCATION ${OPENCV_${part}_LIBRARY}
            INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE_DIR})
    endforeach()
endif()
