#pragma once

#include "core/download/download_job.h"
#include "tests/support/stand_in_server.h"

#include <string>

namespace nakama::test
{

/** Bytes that no two seeds share. */
std::string noise(std::size_t bytes, std::uint64_t seed = 1);

/** A download of a server's file that does not dawdle. */
DownloadParams quickDownload(const StandInServer& server, const std::string& path,
                             const std::filesystem::path& target);

/** The content of a file that must be there. */
std::string contentOf(const std::filesystem::path& path);

/** A safetensors file of zeros with just the tensors that make Nakama see a BEiT base at 224 px. */
std::string tinyBeit();

} // namespace nakama::test
