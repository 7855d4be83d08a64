#include "core/label/label_page.h"

#include "core/workspace/answer_store.h"

#include <utility>

namespace nakama
{

Result<LabelPage> readLabelPage(const Workspace& workspace, Catalogue& catalogue,
                                const std::string& annotator, QueueParams params)
{
    AnswerStore store(catalogue);
    LabelPage page;
    if (!annotator.empty()) {
        NAKAMA_TRY(const auto known, store.annotator(annotator));
        page.annotator = known.id;
    }
    NAKAMA_TRY(page.annotators, store.annotators());
    NAKAMA_TRY(page.classes, catalogue.classes());
    NAKAMA_TRY(page.keys, LabelKeys::load(workspace, page.classes));
    ImageFilter filter;
    filter.pool = params.set == LabelSet::Unlabelled ? Pool::Pool : Pool::TrueTest;
    NAKAMA_TRY(const auto ids, catalogue.imageIds(filter, ImageOrder::Oldest));
    page.hasPictures = !ids.empty();
    if (annotator.empty())
        return page;
    NAKAMA_TRY(const auto answers, store.answers());
    NAKAMA_TRY(auto images, imagesOfSet(catalogue, params.set, answers));
    params.annotator = page.annotator;
    page.queue = labelQueue(images, answers, params);
    std::map<std::int64_t, ImageRecord> all;
    for (auto& image : images)
        all.emplace(image.id, std::move(image));
    for (const auto& picture : page.queue)
        page.images.insert(all.extract(picture.imageId));
    if (params.set == LabelSet::Conflicts)
        for (const auto& record : answers)
            if (record.annotator != settlingAnnotator && record.pass == AnswerPass::First &&
                page.images.contains(record.imageId))
                page.others[record.imageId].push_back(record);
    return page;
}

} // namespace nakama
