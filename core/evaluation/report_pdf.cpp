#include "core/evaluation/report_pdf.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>

namespace nakama
{

namespace
{

constexpr auto libraryName = "libnakama-report-pdf.so";

Result<DrawReportPdf> loadLibrary()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto beside = program.parent_path() / libraryName;
    const auto installed = program.parent_path().parent_path() / "lib" / "nakama" / libraryName;
    const auto path = std::filesystem::exists(beside, error) ? beside : installed;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound,
                    fmt::format("{} was not found; install Nakama again, or build it with the target "
                                "nakama-report-pdf",
                                libraryName),
                    beside.string());
    // Never unloaded: GLib's types stay registered.
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    const auto draw =
        library ? reinterpret_cast<DrawReportPdf>(::dlsym(library, drawReportPdfSymbol)) : nullptr;
    if (!draw)
        return fail(
            ErrorCode::Unsupported,
            fmt::format("it could not be loaded: {}; install librsvg and Pango, or build Nakama again",
                        ::dlerror()),
            path.string());
    return draw;
}

} // namespace

Result<std::string> reportPdf(const ReportData& data)
{
    static const auto draw = loadLibrary();
    if (!draw)
        return fail(draw.error());
    std::string pdf;
    std::string problem;
    if (!(*draw)(reportPdfInterface, data, pdf, problem))
        return fail(ErrorCode::Internal, problem, libraryName);
    return pdf;
}

} // namespace nakama
