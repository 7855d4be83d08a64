#pragma once

#include "ui/viewmodels/predict_controller.h"

#include <QWidget>

namespace nakama
{

/** The ways to ask about pictures that are not drops: files, a folder, the clipboard, a part of the screen.
 */
class AskingBar : public QWidget
{
    Q_OBJECT

public:
    explicit AskingBar(PredictController& predict, QWidget* parent = nullptr);

    void choosePictures();
    void chooseFolder();
    void paste();

Q_SIGNALS:
    /** Why nothing was asked, in words. */
    void refused(const QString& reason);

private:
    void askAboutScreen();

    PredictController& m_predict;
};

} // namespace nakama
