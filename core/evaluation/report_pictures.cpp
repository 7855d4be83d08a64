#include "core/evaluation/report_pictures.h"

#include "core/evaluation/html.h"
#include "core/evaluation/report_words.h"

#include <fmt/format.h>
#include <openssl/evp.h>

namespace nakama
{

namespace
{

std::string base64(const std::vector<std::byte>& bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0'); // OpenSSL ends it with a zero
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(length));
    return text;
}

} // namespace

std::string worstPicturesHtml(const std::vector<ReportPicture>& pictures)
{
    if (pictures.empty())
        return {};
    std::string html = "<section><h2>Worst pictures</h2><p class=\"hint\">" +
                       htmlEscape(worstPictureWords()) + "</p><div class=\"gallery\">";
    for (const auto& one : pictures)
        html +=
            fmt::format("<figure><img alt=\"{0}\" title=\"{0}\" width=\"{1}\" height=\"{2}\" "
                        "src=\"data:image/jpeg;base64,{3}\"><figcaption><strong>{4}</strong> {5:.0f} %"
                        "<br>answered {6}, {7:.0f} %{8}</figcaption></figure>",
                        htmlEscape(one.file), one.width, one.height, base64(one.jpeg), htmlEscape(one.label),
                        100 * one.labelProbability, htmlEscape(one.answer), 100 * one.answerProbability,
                        one.credit.empty() ? "" : "<small>" + htmlEscape(one.credit) + "</small>");
    return html + "</div></section>";
}

} // namespace nakama
