/** What the calendar's buttons are called. */
export const calendarLabels = {
  nextMonth: 'Mois suivant',
  previousMonth: 'Mois précédent',
  nextYear: 'Année suivante',
  previousYear: 'Année précédente',
  nextDecade: 'Décennie suivante',
  previousDecade: 'Décennie précédente',
  monthLevelControl: 'Choisir le mois',
  yearLevelControl: 'Choisir l’année',
}
