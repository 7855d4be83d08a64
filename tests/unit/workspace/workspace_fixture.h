#pragma once

#include "core/base/hash.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/post_log.h"
#include "core/workspace/workspace.h"
#include "tests/support/must.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace nakama::test
{

inline WorkspaceParams threeClasses()
{
    return {
        "", {{"Luffy", "Monkey D. Luffy", {"Ruffy"}, {}}, {"Zoro", "", {}, {}}, {"Nami", "", {}, {}}}, false};
}

/** A row whose content is its name. */
inline NewImage picture(const std::string& name, int classIndex = -1)
{
    NewImage image;
    image.sha256 = sha256(name);
    image.extension = "png";
    image.width = 4;
    image.height = 3;
    image.bytes = static_cast<std::int64_t>(name.size());
    image.source = "test";
    image.originalName = name;
    image.classIndex = classIndex;
    return image;
}

/** Says that a picture of a class is this post. */
inline void addPost(Catalogue& catalogue, std::int64_t id, const std::string& rating, const std::string& tags,
                    std::int64_t imageId, int classIndex)
{
    PostLog log(catalogue, "https://booru.example");
    Post post;
    post.id = id;
    post.md5 = sha256(std::to_string(id)).substr(0, 32);
    post.extension = "jpg";
    post.rating = rating;
    post.tags = tags;
    post.originalUrl = "https://cdn.example/" + std::to_string(id) + ".jpg";
    const auto search = must(log.begin({{std::max(0, classIndex), "q"}})).at(0);
    must(log.addPage(search, {{post, ""}}));
    for (const auto& wanted : must(log.wanted(search, 1000)))
        if (wanted.post.id == id)
            must(log.setStored(wanted.number, imageId, classIndex, PostVariant::Original));
}

/** A fresh workspace with three classes, open for writing. */
class WorkspaceTest : public ::testing::Test
{
protected:
    TemporaryFolder m_folder;
    Workspace m_workspace = must(Workspace::create(m_folder / "workspace", threeClasses()));
    Catalogue m_catalogue = must(m_workspace.catalogue());
};

} // namespace nakama::test
