#pragma once

#include "ui/viewmodels/predict_controller.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace nakama
{

class AnswerPanel;
class AnswersBar;
class AskingBar;
class EmptyState;
class ImageGrid;
class ModelBar;
class NearStrip;
class PictureView;

/**
 * Asks a model about pictures: files, folders, what is pasted, a part of the screen, a part of a picture.
 * Works with a checkpoint alone; the window hands it what is dropped.
 */
class PredictTab : public QWidget
{
    Q_OBJECT

public:
    PredictTab(Session& session, PredictController& predict, QWidget* parent = nullptr);

private:
    QWidget* makeEmpty();
    QWidget* makeContent();
    void connectPredict();

    void update();
    void updateModelText();
    void choose(std::int64_t id);
    void showChosen();
    /** Reads the picture in the background. */
    void showPicture(const PictureToAsk& picture);
    void explainChosen();
    const PictureToAsk* chosen() const;

    Session& m_session;
    PredictController& m_predict;
    ModelBar* m_bar;
    AskingBar* m_asking;
    AnswersBar* m_answers;
    EmptyState* m_empty = nullptr;
    QPushButton* m_chooseFile = nullptr; ///< of the empty state
    ImageGrid* m_grid;
    PictureView* m_view;
    NearStrip* m_near;
    AnswerPanel* m_answer;
    QStackedWidget* m_pages;
    std::int64_t m_shown = 0; ///< whose picture is in the view; 0: none
};

} // namespace nakama
