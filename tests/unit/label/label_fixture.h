#pragma once

#include "core/base/hash.h"
#include "core/label/labelling.h"
#include "core/workspace/workspace.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace nakama::test
{

inline const Answer nami{AnswerKind::Class, 0};
inline const Answer zoro{AnswerKind::Class, 1};

/** A workspace with the classes Nami and Zoro, and pictures that are rows only. */
class LabelTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        auto made = Workspace::create(
            m_folder / "w", {"", {{"Nami", "Nami", {"nami-san"}, ""}, {"Zoro", "", {}, ""}}, false});
        ASSERT_TRUE(made) << made.error().text();
        m_workspace = *made;
        reopen();
    }

    /** As a process that starts later would see it. */
    void reopen() { m_catalogue.emplace(std::move(m_workspace->catalogue().value())); }

    std::int64_t add(const std::string& name, Pool pool = Pool::TrueTest, int classIndex = -1)
    {
        NewImage image;
        image.sha256 = sha256(name);
        image.extension = "png";
        image.originalName = name;
        image.pool = pool;
        image.classIndex = classIndex;
        return m_pictures.emplace_back(m_catalogue->addImage(image).value());
    }

    std::int64_t annotator(const std::string& name)
    {
        return AnswerStore(*m_catalogue).annotator(name).value().id;
    }

    void record(std::int64_t who, std::int64_t picture, const Answer& answer,
                AnswerPass pass = AnswerPass::First)
    {
        const auto done = recordAnswer(*m_catalogue, who, picture, pass, answer);
        ASSERT_TRUE(done) << done.error().text();
    }

    /** Of the strokes on all pictures. */
    Result<std::optional<AnswerRecord>> undo(std::int64_t who, AnswerPass pass = AnswerPass::First)
    {
        return undoAnswer(*m_catalogue, {who, pass, m_pictures});
    }

    ImageRecord image(std::int64_t id) { return m_catalogue->image(id).value(); }

    TemporaryFolder m_folder;
    std::optional<Workspace> m_workspace;
    std::optional<Catalogue> m_catalogue;
    std::vector<std::int64_t> m_pictures;
};

} // namespace nakama::test
