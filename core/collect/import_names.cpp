#include "core/collect/import_names.h"

#include <QString>
#include <QStringDecoder>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nakama
{

namespace
{

bool isOneOf(std::string_view name, const auto& names)
{
    const auto lower =
        QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toLower().toStdString();
    return std::find(names.begin(), names.end(), lower) != names.end();
}

/** Length of the well-formed UTF-8 sequence that text starts with; 0 where there is none. */
std::size_t utf8Length(std::string_view text)
{
    for (std::size_t length = 1; length <= std::min<std::size_t>(4, text.size()); ++length) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(length)));
        if (!decoder.hasError() && !decoded.isEmpty())
            return length;
    }
    return 0;
}

} // namespace

std::string displayName(std::string_view bytes)
{
    std::string text;
    while (!bytes.empty()) {
        const auto first = static_cast<unsigned char>(bytes.front());
        const bool control = first < 0x20 || first == 0x7F;
        const auto length = control ? 0 : first < 0x80 ? 1 : utf8Length(bytes);
        text += length == 0 ? fmt::format("\\x{:02X}", first) : std::string(bytes.substr(0, length));
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
}

std::vector<std::string> pathParts(std::string_view name)
{
    std::vector<std::string> parts;
    while (!name.empty()) {
        const auto slash = std::min(name.find('/'), name.size());
        const auto part = name.substr(0, slash);
        if (!part.empty() && part != ".")
            parts.emplace_back(part);
        name.remove_prefix(std::min(slash + 1, name.size()));
    }
    return parts;
}

bool isSystemFile(std::string_view name)
{
    static constexpr std::array<std::string_view, 5> names{"__macosx", "thumbs.db", "ehthumbs.db",
                                                           "desktop.ini", "$recycle.bin"};
    return name.starts_with('.') || isOneOf(name, names);
}

bool isPlainlyNoPicture(std::string_view name)
{
    static constexpr std::array<std::string_view, 20> endings{
        "txt", "md",  "csv", "tsv", "json", "xml",   "yaml", "yml",  "html", "htm",
        "pdf", "zip", "log", "ini", "py",   "ipynb", "mp4",  "webm", "db",   "url"};
    const auto dot = name.rfind('.');
    return dot != std::string_view::npos && isOneOf(name.substr(dot + 1), endings);
}

} // namespace nakama
