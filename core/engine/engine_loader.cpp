#include "core/engine/engine_loader.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

namespace nakama
{

namespace
{

constexpr auto libraryName = "libnakama-engine.so";

std::vector<std::filesystem::path> places()
{
    std::vector<std::filesystem::path> places;
    if (const char* chosen = std::getenv("NAKAMA_ENGINE"); chosen && *chosen)
        places.emplace_back(chosen);
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (!error) {
        places.push_back(program.parent_path() / libraryName);
        places.push_back(program.parent_path().parent_path() / "lib" / "nakama" / libraryName);
    }
    return places;
}

Result<std::unique_ptr<Engine>> openEngine(const std::filesystem::path& path)
{
    // Never unloaded: LibTorch leaves threads behind that would run code that is gone.
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!library)
        return fail(ErrorCode::Unsupported,
                    fmt::format("the engine could not be loaded: {}; install LibTorch, or build Nakama again",
                                ::dlerror()),
                    path.string());
    const auto make = reinterpret_cast<MakeEngineFunction>(::dlsym(library, makeEngineSymbol));
    Engine* engine = make ? make(engineInterface) : nullptr;
    if (!engine)
        return fail(
            ErrorCode::Unsupported,
            "this engine belongs to another version of Nakama; use the one that was built with this program",
            path.string());
    return std::unique_ptr<Engine>(engine);
}

} // namespace

void letWaitingThreadsSleep(char** arguments)
{
    bool changed = false;
    for (const auto& [variable, value] :
         {std::pair{"OMP_WAIT_POLICY", "passive"}, std::pair{"OPENBLAS_THREAD_TIMEOUT", "4"}})
        if (!std::getenv(variable))
            changed = ::setenv(variable, value, 1) == 0 || changed;
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (changed && !error)
        ::execv(program.c_str(), arguments);
}

Result<std::unique_ptr<Engine>> loadEngine()
{
    std::string looked;
    for (const auto& place : places()) {
        std::error_code error;
        if (std::filesystem::is_regular_file(place, error))
            return openEngine(place);
        looked += (looked.empty() ? "" : ", ") + place.string();
    }
    return fail(
        ErrorCode::NotFound,
        fmt::format("the engine that trains and predicts was not found (looked for {}); install Nakama "
                    "again, or set NAKAMA_ENGINE to its library",
                    looked));
}

} // namespace nakama
