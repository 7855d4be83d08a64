#pragma once

#include "ui/viewmodels/label_controller.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace nakama
{

class EmptyState;
class EstimateBar;
class LabelTables;
class LabelView;
class LiveEstimate;
class SuggestionBar;
class Suggestions;

/**
 * Where people label pictures: who labels, what is gone through, how far it is, and the picture. Undo and
 * redo here are of strokes, wherever the focus is: the window's own would change what this page does not
 * show.
 */
class LabelTab : public QWidget
{
    Q_OBJECT

public:
    explicit LabelTab(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void importRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeHeader();
    bool undoOrRedo(const QKeyEvent& event);
    void connectAll();
    void openSet();
    LabelSet chosenSet() const;
    void update();
    void updateAnnotators();
    void updateEmpty();
    void askName();
    void chooseKeys();
    void showAgreement();
    void tell(const QString& text);
    void focusPicture();

    Session& m_session;
    LabelController* m_controller;
    Suggestions* m_suggestions;
    LiveEstimate* m_estimate;
    QComboBox* m_annotator;
    QComboBox* m_set;
    QProgressBar* m_progress;
    QLabel* m_answered;
    QLabel* m_rule;
    QLabel* m_notice;
    QPushButton* m_keys;
    QPushButton* m_agreement;
    QPushButton* m_name;
    LabelTables* m_tables;
    SuggestionBar* m_suggestionBar;
    EstimateBar* m_estimateBar;
    EmptyState* m_empty;
    LabelView* m_view;
    QStackedWidget* m_pages;
    bool m_hasJustCome = false; ///< keys are for the picture as soon as there is one
};

} // namespace nakama
