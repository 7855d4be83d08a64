#include "core/sample/sample_job.h"

#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/sample/painter.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/image_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <span>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

namespace nakama
{

namespace
{

constexpr std::size_t batchSize = 64; // pictures that a kill can cost, and that are in memory at once
constexpr int side = 256;
constexpr int pngCompression = 2; // five times as fast as the usual 6, for files a tenth larger

/** One picture to paint, and then its file. */
struct Picture
{
    int character = 0;
    int index = 0;
    std::string name;
    std::vector<std::byte> png;
};

std::string nameOf(int character, int index)
{
    return fmt::format("{}/{:03}.png", sampleCharacters()[static_cast<std::size_t>(character)].name,
                       index + 1);
}

Result<Workspace> openOrCreate(const std::filesystem::path& folder)
{
    auto opened = Workspace::open(folder, Access::ReadWrite);
    if (opened || opened.error().code != ErrorCode::NotFound)
        return opened;
    WorkspaceParams params;
    params.sample = true;
    for (const auto& character : sampleCharacters())
        params.classes.push_back({character.name, character.name, {}, {}});
    return Workspace::create(folder, params);
}

/** Indices of the characters' classes in this workspace. */
Result<std::vector<int>> classIndices(const Catalogue& catalogue, const std::filesystem::path& folder)
{
    NAKAMA_TRY(const auto classes, catalogue.classes());
    std::vector<int> indices;
    for (const auto& character : sampleCharacters()) {
        indices.push_back(matchClass(classes, character.name));
        if (indices.back() < 0)
            return fail(
                ErrorCode::CorruptData,
                fmt::format(
                    "this sample workspace has no class {}; delete the folder to have it painted anew",
                    character.name),
                folder.string());
    }
    return indices;
}

Result<std::vector<Picture>> missingPictures(const Catalogue& catalogue)
{
    ImageFilter filter;
    filter.source = "sample";
    NAKAMA_TRY(const auto present, catalogue.images(filter));
    std::unordered_set<std::string> names;
    for (const auto& image : present)
        names.insert(image.originalName);
    std::vector<Picture> missing;
    for (int character = 0; character < static_cast<int>(sampleCharacters().size()); ++character) {
        for (int index = 0; index < sampleCharacters()[static_cast<std::size_t>(character)].pictures;
             ++index) {
            if (auto name = nameOf(character, index); !names.contains(name))
                missing.push_back({character, index, std::move(name), {}});
        }
    }
    return missing;
}

/** Paints and encodes on all cores; which thread paints a picture makes no difference to it. */
Result<void> paintAll(std::span<Picture> pictures, std::uint64_t seed, const JobContext& context)
{
    std::atomic<std::size_t> next = 0;
    const auto work = [&]() -> Result<void> {
        for (std::size_t i = next++; i < pictures.size(); i = next++) {
            NAKAMA_CHECK(context.checkpoint());
            NAKAMA_TRY(
                pictures[i].png,
                encodePng(paintSample(pictures[i].character, pictures[i].index, seed, side), pngCompression));
        }
        return {};
    };
    std::vector<std::future<Result<void>>> workers;
    for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1u, 8u); ++i)
        workers.push_back(std::async(std::launch::async, work));
    Result<void> result;
    for (auto& worker : workers) {
        auto done = worker.get();
        if (!done && result)
            result = std::move(done);
    }
    return result;
}

Result<void> store(std::span<const Picture> pictures, const std::vector<int>& classes, ImageWriter& writer)
{
    for (const auto& picture : pictures) {
        NewImage image;
        image.sha256 = sha256(picture.png);
        image.extension = "png";
        image.width = side;
        image.height = side;
        image.bytes = static_cast<std::int64_t>(picture.png.size());
        image.source = "sample";
        image.originalName = picture.name;
        image.classIndex = classes[static_cast<std::size_t>(picture.character)];
        image.labelOrigin = "sample";
        NAKAMA_CHECK(writer.add(image, picture.png));
    }
    return writer.commit();
}

} // namespace

SampleJob::SampleJob(std::filesystem::path folder, std::uint64_t seed)
    : m_folder(std::move(folder)), m_seed(seed)
{
}

Result<void> SampleJob::run(JobContext& context)
{
    NAKAMA_CHECK(context.checkpoint());
    NAKAMA_TRY(auto workspace, openOrCreate(m_folder));
    if (!workspace.isSample())
        return fail(
            ErrorCode::AlreadyExists,
            "a workspace that is not the sample is in this folder; choose another folder for the sample",
            m_folder.string());
    NAKAMA_TRY(auto writer, ImageWriter::open(workspace));
    NAKAMA_TRY(const auto classes, classIndices(writer.catalogue(), m_folder));
    NAKAMA_TRY(auto missing, missingPictures(writer.catalogue()));
    std::int64_t total = 0;
    for (const auto& character : sampleCharacters())
        total += character.pictures;

    for (std::size_t from = 0; from < missing.size(); from += batchSize) {
        const std::span<Picture> batch(missing.data() + from, std::min(batchSize, missing.size() - from));
        context.progress(total - static_cast<std::int64_t>(missing.size() - from), total,
                         "painting pictures");
        NAKAMA_CHECK(paintAll(batch, m_seed, context));
        NAKAMA_CHECK(store(batch, classes, writer));
        for (auto& picture : batch)
            picture.png = {};
    }
    context.progress(total, total, "painting pictures");
    m_workspace = std::move(workspace);
    return {};
}

} // namespace nakama
