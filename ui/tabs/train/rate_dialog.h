#pragma once

#include "core/training/rate_search.h"

#include <QDialog>

namespace nakama
{

/** Shows how the loss answered to rising learning rates; accepted where the suggested one is taken. */
class RateDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RateDialog(const RateSearch& search, QWidget* parent = nullptr);
};

} // namespace nakama
