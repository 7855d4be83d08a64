#include "app/cli/asked_picture_option.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace nakama
{

void AskedPictureOption::declare(CLI::App& command)
{
    command.add_option("--image", m_text, "id of a picture of the workspace, or a file")->required();
}

AskedPicture AskedPictureOption::value() const
{
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), id);
    if (error == std::errc{} && end == m_text.data() + m_text.size())
        return id;
    return std::filesystem::path(m_text);
}

} // namespace nakama
