#pragma once

#include "core/workflow/asked_picture.h"

#include <string>

namespace CLI
{
class App;
}

namespace nakama
{

/** `--image`: a picture of the workspace by its id, or a file. */
class AskedPictureOption
{
public:
    void declare(CLI::App& command);
    AskedPicture value() const;

private:
    std::string m_text;
};

} // namespace nakama
