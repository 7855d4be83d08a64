#pragma once

#include "core/danbooru/client.h"
#include "core/danbooru/search_tags.h"
#include "core/workspace/post.h"

namespace nakama
{

/** What a person collects with, remembered between starts. The account and its key are not among it. */
struct CollectSettings
{
    ClientParams client; ///< server and pace
    PostFilter filter;
    PostVariant variant = PostVariant::Original;
    int wanted = 100; ///< pictures of each class
};

CollectSettings loadCollectSettings();
void saveCollectSettings(const CollectSettings& settings);

} // namespace nakama
