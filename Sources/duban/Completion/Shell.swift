import ArgumentParser

/// A shell whose completion the program writes. Its script asks `duban complete` at every Tab with the words so far, and
/// gets lines of a value, a tab and what it is; a line without a value says that files or folders complete it.
enum Shell: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish

  /// What it reads once.
  var script: String {
    switch self {
    // bash parts words at `:` and `=`; the program takes the line apart itself. What a candidate is stands beside it in
    // lists only (63, 33, 64), which bash does not put in.
    case .bash:
      #"""
      # bash completion for duban
      _duban() {
        local value help
        local -a values=() lines=()
        while IFS=$'\t' read -r value help; do
          case $value/$help in
          %/files) compopt -o default; return ;;
          %/folders) compopt -o dirnames; return ;;
          esac
          values+=("$value")
          lines+=("$value${help:+  -- $help}")
        done < <(command duban complete --shell bash --line "${COMP_LINE:0:COMP_POINT}" \
          --breaks "$COMP_WORDBREAKS" 2>/dev/null </dev/null)
        case ${#values[@]}/$COMP_TYPE in
        0/* | 1/*) ;;
        */63 | */33 | */64) COMPREPLY=("${lines[@]}"); compopt -o nosort 2>/dev/null; return ;;
        esac
        COMPREPLY=("${values[@]}")
        compopt -o nosort 2>/dev/null
        case ${values[0]} in
        *[:=-]) [ ${#values[@]} = 1 ] && compopt -o nospace ;;
        esac
      }
      complete -F _duban duban
      """#
    case .zsh:
      #"""
      #compdef duban
      # zsh completion for duban
      _duban() {
        local line value help
        local -a values shown open openshown
        local -i width=0
        # DUBAN_STORE=~/office duban list
        for line in ${(z)LBUFFER}; do
          value=${(Q)line#*=}
          case $line in DUBAN_[A-Z]*=*) local -x "${line%%=*}=${value/#\~\//$HOME/}" ;; esac
        done
        local -a lines=("${(@f)$(command duban complete --shell zsh -- \
          "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null </dev/null)}")
        for line in $lines; do
          value=${line%%$'\t'*}
          (( ${(m)#value} > width )) && width=${(m)#value}
        done
        (( width > COLUMNS / 2 )) && width=$(( COLUMNS / 2 ))
        for line in $lines; do
          value=${line%%$'\t'*} help=${line#*$'\t'}
          case $value/$help in
            %/files) compset -P '--*='; _files; return ;;
            %/folders) compset -P '--*='; _files -/; return ;;
          esac
          help="${(mr:width:)value}${help:+  -- $help}"
          case $value in
            *[:=-]) open+=("$value"); openshown+=("$help") ;;
            *) values+=("$value"); shown+=("$help") ;;
          esac
        done
        (( $#values )) && compadd -l -V duban -d shown -- "${values[@]}"
        (( $#open )) && compadd -l -V duban-open -S '' -d openshown -- "${open[@]}"
        (( $#values + $#open ))
      }
      if [ "$funcstack[1]" = _duban ]; then _duban "$@"; else compdef _duban duban; fi
      """#
    case .fish:
      #"""
      # fish completion for duban
      function __duban_complete
          set -l words (commandline -opc)
          set -l line (commandline -ct)
          # DUBAN_STORE=~/office duban list
          while string match -qr '^DUBAN_\w+=' -- "$words[1]"
              set -l pair (string split -m 1 = -- $words[1])
              set -fx $pair[1] (string replace -r '^~(?=/|$)' -- $HOME $pair[2])
              set -e words[1]
          end
          set -l found (command duban complete --shell fish --line "$line" -- $words[2..-1] 2>/dev/null </dev/null)
          switch "$found[1]"
              case "%"\t"files"
                  __fish_complete_path (string replace -r '^--[^=]*=' '' -- "$line")
              case "%"\t"folders"
                  __fish_complete_directories (string replace -r '^--[^=]*=' '' -- "$line")
              case '*'
                  test -n "$found[1]"; and printf '%s\n' $found
          end
      end
      complete -c duban -f -k -a '(__duban_complete)'
      """#
    }
  }
}
