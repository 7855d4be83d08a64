#include "core/evaluation/pdf/chart.h"
#include "core/evaluation/pdf/parts.h"
#include "core/evaluation/pdf/text.h"
#include "core/evaluation/report_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::size_t perRow = 4;
constexpr double gap = 14;
constexpr double pictureHeight = 100;

std::string captionOf(const ReportPicture& picture)
{
    auto caption = fmt::format(
        "{} {:.0f} %\n{}", bold(picture.label), 100 * picture.labelProbability,
        marked(fmt::format("answered {}, {:.0f} %", picture.answer, 100 * picture.answerProbability)));
    if (!picture.credit.empty())
        caption += "\n" + marked(picture.credit);
    return caption;
}

} // namespace

void addWorstPictures(Paper& paper, const ReportData& data)
{
    if (data.worst.empty())
        return;
    addHeading(paper, "Worst pictures", pictureHeight + 70);
    addText(paper, marked(worstPictureWords()), TextStyle::Hint, 10);
    const double wide = (Paper::width - gap * (perRow - 1)) / perRow;
    for (std::size_t first = 0; first < data.worst.size(); first += perRow) {
        const auto last = std::min(first + perRow, data.worst.size());
        std::vector<Text> captions;
        double high = 0;
        for (auto i = first; i < last; ++i) {
            captions.emplace_back(paper, captionOf(data.worst[i]), TextStyle::Caption, wide);
            high = std::max(high, captions.back().height());
        }
        paper.keep(pictureHeight + high + 5);
        for (auto i = first; i < last; ++i) {
            const auto& picture = data.worst[i];
            const double x = Paper::left + static_cast<double>(i - first) * (wide + gap);
            paper.setColour("track");
            paper.fillRectangle(x, paper.y(), wide, pictureHeight);
            drawJpeg(paper, picture.jpeg, picture.width, picture.height, x, paper.y(), wide, pictureHeight);
            captions[i - first].draw(x, paper.y() + pictureHeight + 4);
        }
        paper.advance(pictureHeight + high + 16);
    }
    paper.advance(8);
}

} // namespace nakama
