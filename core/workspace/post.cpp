#include "core/workspace/post.h"

namespace nakama
{

std::string_view postVariantName(PostVariant variant)
{
    switch (variant) {
    case PostVariant::Original:
        return "original";
    case PostVariant::Sample:
        return "sample";
    case PostVariant::Small:
        return "720x720";
    }
    return "";
}

std::optional<PostVariant> postVariantFromName(std::string_view name)
{
    for (const auto variant : {PostVariant::Original, PostVariant::Sample, PostVariant::Small})
        if (postVariantName(variant) == name)
            return variant;
    return std::nullopt;
}

} // namespace nakama
