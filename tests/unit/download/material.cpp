#include "tests/unit/download/material.h"

#include "core/base/atomic_file.h"
#include "core/base/random.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <stdexcept>

namespace nakama::test
{

std::string noise(std::size_t bytes, std::uint64_t seed)
{
    RandomStream random(seed, RandomPurpose::Painting);
    std::string text(bytes, '\0');
    for (auto& letter : text)
        letter = static_cast<char>(random.next());
    return text;
}

DownloadParams quickDownload(const StandInServer& server, const std::string& path,
                             const std::filesystem::path& target)
{
    using namespace std::chrono_literals;
    DownloadParams params;
    params.address = server.address(path);
    params.target = target;
    params.firstPause = 20ms;
    params.longestPause = 5s;
    params.silence = 2s;
    return params;
}

std::string contentOf(const std::filesystem::path& path)
{
    auto content = readTextFile(path);
    if (!content)
        throw std::runtime_error(content.error().text());
    return *content;
}

std::string tinyBeit()
{
    nlohmann::json header;
    std::size_t end = 0;
    const auto add = [&](const std::string& name, const std::vector<std::int64_t>& shape) {
        std::size_t bytes = 2;
        for (const auto side : shape)
            bytes *= static_cast<std::size_t>(side);
        header[name] = {{"dtype", "F16"}, {"shape", shape}, {"data_offsets", {end, end + bytes}}};
        end += bytes;
    };
    add("beit.embeddings.cls_token", {1, 1, 768});
    add("beit.embeddings.patch_embeddings.projection.weight", {768, 3, 16, 16});
    for (int layer = 0; layer < 12; ++layer)
        add("beit.encoder.layer." + std::to_string(layer) + ".layernorm_before.weight", {768});
    add("beit.encoder.layer.0.attention.attention.relative_position_bias.relative_position_bias_table",
        {732, 12});
    add("beit.pooler.layernorm.weight", {768});
    add("classifier.weight", {5, 768});
    const std::string json = header.dump();
    const std::uint64_t length = json.size();
    std::string file(sizeof length, '\0');
    std::memcpy(file.data(), &length, sizeof length);
    return file + json + std::string(end, '\0');
}

} // namespace nakama::test
