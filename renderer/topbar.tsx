import { ActionIcon, NativeSelect, useComputedColorScheme } from '@mantine/core'
import { IconHelp, IconMoon, IconSun } from '@tabler/icons-react'
import { executer } from './commandes/executer'
import { BoutonsAnnulation } from './journal/boutons'
import { ChoixDuJour } from './journal/choix-du-jour'
import { BoutonRecherche } from './recherche/bouton'
import { useSession } from './session'
import { SavedAt } from './ui/frame/saved-at'
import { hint } from './ui/hint'
import classes from './topbar.module.css'

/** The header: name, school year of every screen, search, when the last change was written. */
export function Topbar() {
  const { registre, annees, anneeId, setAnneeId } = useSession()
  return (
    <>
      <strong className={classes.name}>Registre MLDS</strong>
      {registre && annees.length > 0 && (
        <NativeSelect
          aria-label="Année scolaire"
          data-visite="annee"
          className={classes.year ?? ''}
          data={[...annees]}
          value={anneeId}
          onChange={(event) => setAnneeId(event.currentTarget.value)}
        />
      )}
      {registre && <ChoixDuJour />}
      {registre && <BoutonRecherche />}
      {registre && <BoutonsAnnulation />}
      <div className={classes.right}>
        <SavedAt />
        {registre && (
          <span className={classes.register} title={registre.chemin}>
            {registre.nom}
          </span>
        )}
        <SchemeButton />
        <ActionIcon
          aria-label="Aide de cet écran"
          {...hint('Aide de cet écran (F1)')}
          onClick={() => executer('aide')}
          data-visite="aide"
        >
          <IconHelp size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
    </>
  )
}

function SchemeButton() {
  const scheme = useComputedColorScheme('light')
  const next = scheme === 'light' ? 'dark' : 'light'
  const Icon = scheme === 'light' ? IconMoon : IconSun
  return (
    <ActionIcon
      aria-label={next === 'dark' ? 'Passer en affichage sombre' : 'Passer en affichage clair'}
      onClick={() => executer(next === 'dark' ? 'themeSombre' : 'themeClair')}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
