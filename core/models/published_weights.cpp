#include "core/models/published_weights.h"

#include <algorithm>

namespace nakama
{

namespace
{

/**
 * torchvision 0.14's files. Their names carry the first eight digits of the SHA-256; the whole hashes and the
 * sizes are those that several users of the files have published, and begin with these eight.
 */
PublishedWeights torchvision(std::string model, std::string name, int megabytes, std::int64_t bytes,
                             std::string sha256)
{
    const std::string address = "https://download.pytorch.org/models/" + name;
    return {.model = std::move(model),
            .trainedOn = "ImageNet-1K, 1000 classes",
            .licence = "BSD-3-Clause",
            .megabytes = megabytes,
            .folder = {},
            .files = {{std::move(name), address, bytes, std::move(sha256)}}};
}

/** Microsoft's BEiT on Hugging Face, which states neither exact sizes nor hashes outside its own service. */
PublishedWeights beit(std::string model, const std::string& repository, std::string trainedOn, int megabytes)
{
    const auto file = [&](const std::string& name) {
        return PublishedFile{
            name, "https://huggingface.co/microsoft/" + repository + "/resolve/main/" + name, 0, {}};
    };
    return {.model = std::move(model),
            .trainedOn = std::move(trainedOn),
            .licence = "Apache-2.0",
            .megabytes = megabytes,
            .folder = repository,
            .files = {file("config.json"), file("preprocessor_config.json"), file("pytorch_model.bin")}};
}

std::vector<PublishedWeights> allWeights()
{
    const std::string imagenet22k = "ImageNet-22K, 21841 classes";
    const std::string imagenet1k = "ImageNet-22K, then ImageNet-1K, 1000 classes";
    return {
        torchvision("squeezenet1_1", "squeezenet1_1-b8a52dc0.pth", 5, 4'958'839,
                    "b8a52dc049b60e4b6ab68ad0df457362afab8b6304b2febdc1650a5dab4d7e7b"),
        torchvision("resnet18", "resnet18-f37072fd.pth", 47, 46'830'571,
                    "f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec"),
        torchvision("resnet34", "resnet34-b627a593.pth", 87, 87'319'819,
                    "b627a593bcbe140c234610266fe4f8ae95ea42fc881d091c9b6052e6b1d0590f"),
        torchvision("resnet50", "resnet50-11ad3fa6.pth", 103, 102'540'417,
                    "11ad3fa62ca79e40addfd354a8ec4b7c75143b3038b8d2a807fbc68deab379ca"),
        torchvision("resnet101", "resnet101-cd907fc2.pth", 179, 0,
                    "cd907fc2a0de2292b2ba2b27d2216bc672d84632d1cf20058d01c0c03b5e020e"),
        torchvision("efficientnet_v2_s", "efficientnet_v2_s-dd5fe13b.pth", 87, 86'721'253,
                    "dd5fe13b1d60ec15317ccc8ca158186e134d3366c3dde9cb9a4e301f2dc66c74"),
        torchvision("efficientnet_v2_m", "efficientnet_v2_m-dc08266a.pth", 218, 0, "dc08266a"),
        beit("beit_base_patch16_224", "beit-base-patch16-224-pt22k-ft22k", imagenet22k, 414),
        beit("beit_base_patch16_384", "beit-base-patch16-384", imagenet1k, 379),
        beit("beit_large_patch16_224", "beit-large-patch16-224-pt22k-ft22k", imagenet22k, 1310),
        beit("beit_large_patch16_384", "beit-large-patch16-384", imagenet1k, 1280),
    };
}

} // namespace

const std::vector<PublishedWeights>& publishedWeights()
{
    static const std::vector<PublishedWeights> weights = allWeights();
    return weights;
}

const PublishedWeights* findPublishedWeights(std::string_view model)
{
    const auto& weights = publishedWeights();
    const auto found = std::ranges::find(weights, model, &PublishedWeights::model);
    return found == weights.end() ? nullptr : &*found;
}

std::filesystem::path weightsPath(const std::filesystem::path& cache, const PublishedWeights& weights)
{
    return cache / "weights" / (weights.folder.empty() ? weights.files.front().name : weights.folder);
}

std::filesystem::path weightsFilePath(const std::filesystem::path& cache, const PublishedWeights& weights,
                                      const PublishedFile& file)
{
    return cache / "weights" / weights.folder / file.name;
}

bool areWeightsPresent(const std::filesystem::path& cache, const PublishedWeights& weights)
{
    return std::ranges::all_of(weights.files, [&](const PublishedFile& file) {
        std::error_code error;
        const auto size = std::filesystem::file_size(weightsFilePath(cache, weights, file), error);
        return !error && (file.bytes == 0 || size == static_cast<std::uintmax_t>(file.bytes));
    });
}

} // namespace nakama
