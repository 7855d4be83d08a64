#pragma once

#include "ui/tabs/evaluate/evaluation_reader.h"
#include "ui/tabs/evaluate/picture_insight.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;

namespace nakama
{

class ImageGrid;
class ImageListModel;
class PictureEditBar;
class PictureView;

/** An evaluated picture as large as there is room, with what speaks for each class in it; the ones before and
 * after are a key away, and what is wrong with it can be put right at once. Closes with the workspace. */
class PictureDialog : public QDialog
{
    Q_OBJECT

public:
    PictureDialog(Session& session, EvaluationPage page, QWidget* parent = nullptr);

    /** Numbers of the pictures to go through, and the place of the one to begin with. */
    void show(const std::vector<std::size_t>& numbers, int place);
    /** What the workspace says of the pictures now. */
    void setNow(const std::vector<PictureNow>& now);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeSide();
    void go(int steps);
    void showPicture();
    void showFacts();
    void takeJournal();
    void saveOverlay();
    void explain();
    void take(const PictureExplanation& explanation);
    void findNear();
    void takeNear(const std::vector<NearPicture>& pictures, const QString& problem);
    const PictureNow& now() const;
    const PredictedPicture& picture() const;

    Session& m_session;
    EvaluationPage m_page;
    std::vector<std::size_t> m_numbers;
    int m_place = 0;
    bool m_fresh = true; ///< another picture than the one that is shown
    PictureInsight* m_insight;
    PictureView* m_view;
    PictureEditBar* m_edits;
    QLabel* m_facts;
    QComboBox* m_class;
    QSlider* m_strength;
    QLabel* m_method;
    QPushButton* m_save;
    QImage m_overlay;  ///< as it came; null: none
    QCheckBox* m_near; ///< whether pictures that look alike are looked for
    QLabel* m_nearText;
    ImageListModel* m_nearModel;
    ImageGrid* m_nearGrid;
    QPushButton* m_before;
    QPushButton* m_after;
};

} // namespace nakama
